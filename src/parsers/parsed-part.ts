import { finishDocument } from './finish-document';
import type { ParsedDocument, ParseOptions, ParserTools } from './parsed-document';

/**
 * Pages of one part at most: half a second of PDF reading, and about as much of looking for values, during which nothing
 * else runs. With fewer, what is said once for every part (opening the file, the pages shown again) weighs more.
 */
export const PAGES_PER_PART = 25;
/** Lines of one part at most, unless one page has more: a page of a spreadsheet has one for each cell. */
export const LINES_PER_PART = 15_000;

/** A stretch of a long document's pages as a document of its own; a short document is one part. */
export interface ParsedPart {
  /** What belongs to no page (attachments, Markdown that is not made of the pages) is with the first part. */
  readonly document: ParsedDocument;
  readonly isLast: boolean;
  /** Pages of all parts; null where that is not known before the last. */
  readonly pageCount: number | null;
}

/**
 * Bytes of one format to parts, one at a time: nothing of the parts before is held. `from`: 1-based number of the first
 * part that is wanted. Cuts the same bytes the same way each time. Throws `ParseError`, nothing else.
 */
export type PartParser = (
  bytes: Uint8Array,
  options: ParseOptions,
  tools: ParserTools,
  from: number,
) => AsyncIterable<ParsedPart>;

/** A document that was read in one go. */
export function* cutIntoParts(document: ParsedDocument): Generator<ParsedPart> {
  const stretches = stretchesOf(document);
  const pageCount = document.pages.length;
  if (stretches.length <= 1) {
    yield { document, isLast: true, pageCount };
    return;
  }
  const { language } = document;
  for (const [index, numbers] of stretches.entries()) {
    const isFirst = index === 0;
    const part = finishDocument({ ...document, attachments: isFirst ? document.attachments : [] }, numbers);
    yield { document: { ...part, language }, isLast: index === stretches.length - 1, pageCount };
  }
}

/**
 * Lets other work of the isolate have its turn. Awaiting a store does not: where it answers at once, as locally, nobody looks
 * for new requests in between; a timer makes it look.
 */
export const otherWorkFirst = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Leaves the parts before one out. */
export async function* partsFrom(from: number, parts: Iterable<ParsedPart>): AsyncGenerator<ParsedPart> {
  let number = 0;
  for (const part of parts) {
    number += 1;
    if (number >= from) yield part;
    else await otherWorkFirst();
  }
}

function stretchesOf({ pages }: ParsedDocument): number[][] {
  const stretches: number[][] = [];
  let lines = 0;
  for (const page of pages) {
    const last = stretches.at(-1);
    lines += page.lines.length;
    if (last === undefined || last.length >= PAGES_PER_PART || lines > LINES_PER_PART) {
      stretches.push([page.number]);
      lines = page.lines.length;
    } else last.push(page.number);
  }
  return stretches;
}
