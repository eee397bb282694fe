import type { ParseResult } from '@llamaindex/liteparse-wasm';
import { otherWorkFirst } from '../parsed-part';
import type { PdfFile } from './pdf-file';
import { readPdf } from './read-pdf';

/**
 * Pages that PDFium reads in one go: a tenth of a second of plain text during which nothing else runs. With fewer, opening
 * the file anew for each go, which takes longer the more pages it has, weighs more.
 */
const PAGES_AT_A_TIME = 10;

/** The pages asked for, ascending, some at a time; other work has its turn in between. At least one result. */
export async function* readInTurns(file: PdfFile, wanted: readonly number[]): AsyncGenerator<ParseResult> {
  const ascending = [...new Set(wanted)].sort((a, b) => a - b);
  for (let from = 0; ; from += PAGES_AT_A_TIME) {
    const pages = ascending.slice(from, from + PAGES_AT_A_TIME);
    await file.guard.admit(pages);
    const result = await readPdf(file, pages);
    yield result;
    const next = ascending[from + PAGES_AT_A_TIME];
    if (next === undefined || next > result.totalPages) return;
    await otherWorkFirst();
  }
}
