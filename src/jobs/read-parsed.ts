import { sha256Hex } from './digest';
import { JobError } from './errors';
import type { Ports } from './ports';

export interface ParsedSource {
  readonly sha256: string;
  readonly filename: string;
  /** 1-based; null: all. */
  readonly pages: readonly number[] | null;
  /** Read it again, even if it was read before. */
  readonly isFresh: boolean;
}

/**
 * A parsed document as JSON text: stored from the last reading, unless asked for afresh; else read now and stored. The name takes part in the key
 * because it settles ties between text formats. Throws `document-unreadable`, `unsupported-document`.
 */
export async function readParsed(
  ports: Pick<Ports, 'blobs' | 'reader'>,
  accountId: string,
  { sha256, filename, pages, isFresh }: ParsedSource,
): Promise<string> {
  const extension = /\.([a-z0-9]{1,8})$/i.exec(filename)?.[1]?.toLowerCase() ?? 'none';
  // A selection may be longer than a key may be.
  const selection = pages === null ? 'all' : await sha256Hex(pages.join(','));
  const variant = `${ports.reader.parserVersion}/${extension}/${selection}`;
  const known = isFresh ? null : await ports.blobs.getParsed(accountId, sha256, variant);
  if (known !== null) return known;

  const bytes = await ports.blobs.getContent(accountId, sha256);
  if (bytes === null)
    throw new JobError('document-unreadable', `${filename}: its bytes have been deleted; upload it again`);
  const parsed = await ports.reader.parse(bytes, filename, pages);
  await ports.blobs.putParsed(accountId, sha256, variant, parsed);
  // Deleted while it was read: what was read of it must go as well, since nobody could ask for that any more.
  if (!(await ports.blobs.hasContent(accountId, sha256))) await ports.blobs.deleteContent(accountId, sha256);
  return parsed;
}
