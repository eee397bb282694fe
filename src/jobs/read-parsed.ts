import { JobError } from './errors';
import type { Ports } from './ports';

export interface ParsedSource {
  readonly sha256: string;
  readonly filename: string;
  /** 1-based; null: all. */
  readonly pages: readonly number[] | null;
}

/**
 * A parsed document as JSON text: stored from the last reading, else read now and stored. The name takes part in the key
 * because it settles ties between text formats. Throws `document-unreadable`, `unsupported-document`.
 */
export async function readParsed(
  ports: Ports,
  accountId: string,
  { sha256, filename, pages }: ParsedSource,
): Promise<string> {
  const extension = /\.([a-z0-9]{1,8})$/i.exec(filename)?.[1]?.toLowerCase() ?? 'none';
  const variant = `${ports.reader.parserVersion}/${extension}/${pages === null ? 'all' : pages.join(',')}`;
  const known = await ports.blobs.getParsed(accountId, sha256, variant);
  if (known !== null) return known;

  const bytes = await ports.blobs.getContent(accountId, sha256);
  if (bytes === null)
    throw new JobError('document-unreadable', `${filename}: its bytes have been deleted; upload it again`);
  const parsed = await ports.reader.parse(bytes, filename, pages);
  await ports.blobs.putParsed(accountId, sha256, variant, parsed);
  return parsed;
}
