import { JobError } from './errors';
import type { Ports } from './ports';
import type { Caller, DocumentRecord } from './records';

/** A document and how it has been extracted so far; null: never. */
export interface DocumentDetail {
  readonly document: DocumentRecord;
  readonly extractions: { readonly count: number; readonly latestId: string; readonly fieldCount: number } | null;
}

/** Throws `not-found`. */
export async function getDocument(ports: Ports, caller: Caller, id: string): Promise<DocumentDetail> {
  const document = await ports.documents.get(caller.accountId, id);
  if (document === null) throw new JobError('not-found', `Document ${id} does not exist`);
  const extractions = await ports.documents.extractionsOf(caller.accountId, [id]);
  return { document, extractions: extractions.get(id) ?? null };
}
