import { JobError } from './errors';
import type { Ports } from './ports';

export interface ContentSource {
  readonly accountId: string;
  readonly sha256: string;
  readonly filename: string;
}

/** The bytes of a document that a job works on. Throws `document-unreadable` once they have been deleted. */
export async function readContent(
  ports: Pick<Ports, 'blobs'>,
  { accountId, sha256, filename }: ContentSource,
): Promise<Uint8Array> {
  const bytes = await ports.blobs.getContent(accountId, sha256);
  if (bytes === null)
    throw new JobError('document-unreadable', `${filename}: its bytes have been deleted; upload it again`);
  return bytes;
}
