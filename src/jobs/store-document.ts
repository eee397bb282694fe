import { sha256Hex } from './digest';
import { JobError } from './errors';
import type { Ports } from './ports';
import type { Caller, DocumentRecord } from './records';
import { announceDocument } from './webhooks/announce-document';

/** How often a document is added again after the one it was the same as was deleted at that moment. */
const TRIES = 5;

export interface StoreDocument {
  readonly filename: string;
  readonly bytes: Uint8Array;
}

/** What else is known of a document that is given. */
export interface DocumentTraits
  extends Pick<DocumentRecord, 'isShared' | 'externalId' | 'purpose' | 'sourceId' | 'batchId' | 'metadata'> {
  /** null: a new one. */
  readonly id: string | null;
}

/** A document about which nothing else is known, the same as any other with the same content. */
export const PLAIN_DOCUMENT = {
  isShared: true,
  externalId: null,
  purpose: null,
  sourceId: null,
  batchId: null,
  metadata: null,
} as const satisfies Partial<DocumentRecord>;

/**
 * Keeps a document; where it is shared, the same bytes again give the shared document that is already there.
 * Bytes are stored before the row, so that no row points to bytes that are missing. Does not read the content beyond
 * telling its format. Throws `invalid-request`, `payload-too-large`, `unsupported-document`.
 */
export async function storeDocument(
  ports: Ports,
  caller: Pick<Caller, 'accountId'>,
  { filename, bytes }: StoreDocument,
  { id, ...traits }: DocumentTraits = { id: null, ...PLAIN_DOCUMENT },
): Promise<DocumentRecord> {
  const named = filename.trim() === '' ? 'document' : filename;
  if (bytes.length === 0)
    throw new JobError('invalid-request', `file: "${named}" is empty (0 bytes); send the document's bytes`, {
      field: 'file',
    });
  const { documentBytes } = ports.settings.limits;
  if (bytes.length > documentBytes)
    throw new JobError(
      'payload-too-large',
      `file: "${named}" has ${bytes.length} bytes; at most ${documentBytes} are taken`,
      { field: 'file' },
    );

  const mediaType = ports.reader.mediaType(bytes, named) ?? 'application/octet-stream';
  ports.reader.refuseUnsupported(mediaType);

  const sha256 = await sha256Hex(bytes);
  await ports.blobs.putContent(caller.accountId, sha256, bytes);
  const given = {
    id: id ?? ports.ids(),
    accountId: caller.accountId,
    filename: named,
    mediaType,
    sizeBytes: bytes.length,
    sha256,
    status: 'pending',
    pages: null,
    language: null,
    problem: null,
    createdAt: ports.clock(),
    ...traits,
  } as const;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const stored = await ports.documents.add(given);
    // A deletion of the same content may have come in between and taken the bytes away, and the shared document as well.
    await ports.blobs.putContent(caller.accountId, sha256, bytes);
    if (stored.id !== given.id && !(await ports.documents.get(caller.accountId, stored.id))?.isShared) continue;
    await announceDocument(ports, stored);
    return stored;
  }
  throw new JobError('conflict', `file: "${named}" is being deleted by others; upload it again`, { field: 'file' });
}
