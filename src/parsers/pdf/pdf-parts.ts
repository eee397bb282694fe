import { ParseError } from '../parse-error';
import { PAGES_PER_PART, type PartParser } from '../parsed-part';
import { READING_LIMITS } from '../reading-limits';
import { parsePdfPages } from './parse-pdf';
import { createPdfFile } from './pdf-file';

/** A long PDF batch by batch: PDFium opens the file anew for each, which costs a few milliseconds, and holds no page of another. */
export const pdfParts: PartParser = async function* (bytes, { pages: wanted, limits }, tools, from) {
  const file = createPdfFile(bytes);
  for (let part = from; ; part += 1) {
    const start = (part - 1) * PAGES_PER_PART;
    const asked =
      wanted?.slice(start, start + PAGES_PER_PART) ??
      Array.from({ length: PAGES_PER_PART }, (_, index) => start + index + 1);
    const { document, pageCount } = await parsePdfPages(file, asked, tools, part === 1);
    const pagesAsked = wanted?.length ?? pageCount;
    refuseTooMany(pagesAsked, limits?.pages ?? READING_LIMITS.pages);
    const isLast = start + PAGES_PER_PART >= pagesAsked;
    yield { document, isLast, pageCount: pagesAsked };
    if (isLast) return;
  }
};

function refuseTooMany(pages: number, most: number): void {
  if (pages > most)
    throw new ParseError(
      'document-unreadable',
      `this PDF has ${pages} pages; at most ${most} are read: ask for some of them, or send it in pieces`,
    );
}
