import type { ParsedPart } from './blob-port';
import { sha256Hex } from './digest';
import type { Ports } from './ports';
import { type ContentSource, readContent } from './read-content';

export interface ParsedSource extends ContentSource {
  /** 1-based; null: all. */
  readonly pages: readonly number[] | null;
  /** Read it again, even if it was read before. */
  readonly isFresh: boolean;
}

/**
 * A parsed document part by part, from the part with this number (1-based) on: as far as they are stored from the last
 * reading, unless asked for afresh; from there on read now, each stored before it is handed out. Only one part is held. The name
 * takes part in the key because it settles ties between text formats. Throws `document-unreadable`, `unsupported-document`.
 */
export async function* readParsed(
  ports: Pick<Ports, 'blobs' | 'reader'>,
  source: ParsedSource,
  from = 1,
): AsyncGenerator<ParsedPart> {
  const { accountId, sha256, filename, pages } = source;
  const variant = await variantOf(ports.reader.parserVersion, source);
  let part = from;
  if (!source.isFresh) {
    for (;;) {
      const known = await ports.blobs.getParsed({ accountId, sha256, variant, part });
      if (known === null) break;
      yield known;
      if (known.isLast) return;
      part += 1;
    }
  }
  const bytes = await readContent(ports, source);
  for await (const read of ports.reader.parse(bytes, filename, pages, part)) {
    await ports.blobs.putParsed({ accountId, sha256, variant, part }, read);
    // Deleted while it was read: what was read of it must go as well, since nobody could ask for that any more.
    if (!(await ports.blobs.hasContent(accountId, sha256))) await ports.blobs.deleteParsed(accountId, sha256);
    yield read;
    part += 1;
  }
}

/** A selection may be longer than a key may be. */
async function variantOf(parserVersion: string, { filename, pages }: ParsedSource): Promise<string> {
  const extension = /\.([a-z0-9]{1,8})$/i.exec(filename)?.[1]?.toLowerCase() ?? 'none';
  const selection = pages === null ? 'all' : await sha256Hex(pages.join(','));
  return `${parserVersion}/${extension}/${selection}`;
}
