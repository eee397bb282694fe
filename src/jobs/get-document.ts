import { JobError } from './errors';
import type { GrantRecord } from './grant';
import type { Ports } from './ports';
import type { Caller, DocumentRecord } from './records';
import { PLAIN_DOCUMENT } from './store-document';

/** A document and how it has been extracted so far; null: never. */
export interface DocumentDetail {
  readonly document: DocumentRecord;
  readonly extractions: { readonly count: number; readonly latestId: string; readonly fieldCount: number } | null;
}

/** A document announced by an open upload has an id and a name; it is pending and empty until its bytes have come. */
export interface FoundDocument extends DocumentDetail {
  readonly isAnnounced: boolean;
}

/** Throws `not-found`. */
export async function getDocument(
  ports: Ports,
  { accountId }: Pick<Caller, 'accountId'>,
  id: string,
): Promise<FoundDocument> {
  const document = await ports.documents.get(accountId, id);
  if (document !== null) {
    const extractions = await ports.documents.extractionsOf(accountId, [id]);
    return { document, isAnnounced: false, extractions: extractions.get(id) ?? null };
  }
  const upload = await ports.grants.uploadOf(accountId, id, ports.clock());
  if (upload === null) throw new JobError('not-found', `Document ${id} does not exist`);
  return { document: announcedBy(upload), isAnnounced: true, extractions: null };
}

export const notYetThere = (id: string): JobError =>
  new JobError('conflict', `Document ${id} is announced but its bytes have not come; upload them first`);

const announcedBy = ({
  accountId,
  documentId,
  filename,
  externalId,
  purpose,
  createdAt,
}: GrantRecord): DocumentRecord => ({
  ...PLAIN_DOCUMENT,
  id: documentId,
  accountId,
  filename,
  mediaType: 'application/octet-stream',
  sizeBytes: 0,
  sha256: '',
  status: 'pending',
  pages: null,
  language: null,
  problem: null,
  createdAt,
  isShared: false,
  externalId,
  purpose,
});
