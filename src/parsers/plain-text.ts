import { decodeText } from './decode-text';
import { finishDocument } from './finish-document';
import { layOutPage } from './page-layout/lay-out-page';
import type { ParsedDocument, ParseOptions } from './parsed-document';
import { Typesetter } from './typeset';

/** Characters read; the rest of a longer text is not. */
export const MAX_TEXT_CHARACTERS = 10_000_000;

/** Plain text: each line as it stands; runs of spaces and tabs make columns, which are looked at as on a printed page. */
export async function parsePlainText(bytes: Uint8Array, options: ParseOptions): Promise<ParsedDocument> {
  const typesetter = new Typesetter();
  for (const row of decodeText(bytes)
    .slice(0, MAX_TEXT_CHARACTERS)
    .split(/\r\n|\r|\n/)) {
    const parts = row.split('\f');
    parts.forEach((part, index) => {
      if (index > 0) typesetter.pageBreak();
      if (part.trim() === '') typesetter.blank();
      else typesetter.text(expandTabs(part));
    });
  }
  const pages = typesetter.finish();
  const tables = pages.flatMap((page) => {
    // Without lines side by side there is no table to look for.
    if (page.lines.every((line, index) => line.box.y !== page.lines[index - 1]?.box.y)) return [];
    const words = page.lines.flatMap((line) => line.words);
    return layOutPage(page.number, words, []).tables;
  });
  return finishDocument({ mediaType: 'text/plain', pages, tables }, options.pages);
}

const TAB_STOP = 8;

function expandTabs(row: string): string {
  if (!row.includes('\t')) return row;
  let out = '';
  for (const part of row.split('\t'))
    out +=
      out === '' && part === ''
        ? ' '
        : `${part}${' '.repeat(2 + ((TAB_STOP - ((part.length + 2) % TAB_STOP)) % TAB_STOP))}`;
  return out.trimEnd();
}
