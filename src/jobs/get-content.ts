import type { Ports } from './ports';
import type { Caller, DocumentRecord } from './records';

/** The bytes of a document; null: they have been deleted. */
export const getContent = (
  ports: Ports,
  { accountId }: Caller,
  { sha256 }: Pick<DocumentRecord, 'sha256'>,
): Promise<Uint8Array | null> => ports.blobs.getContent(accountId, sha256);
