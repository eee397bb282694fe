import type { Typesetter } from '../typeset';

/** "*First name*": words between asterisks, as mail programs write bold type in plain text. */
const EMPHASIS = /(?<![^\s([])\*(?=\S)([^*]{1,120}?)(?<=\S)\*(?![\p{L}\p{N}*])/gu;
/** The same at the beginning of a line, a column or behind another, a few words, a capital first, before a value. */
const CAPTION =
  /(?:(?<=^\s*)|(?<= {2,})|(?<=\* ))\*(?=\S)(\p{Lu}[^*.!?]{1,40}?)(?<=\S)\*(?:[ \t]+(?=[*\p{Lu}\p{N}€$£+])|\s*$)/gu;
const COLUMN_GAP = '   ';

/** The plain text of a mail, line by line, without its marks of bold type; what is bold before a value begins a line of its own. */
export function setPlainBody(text: string, typesetter: Typesetter): void {
  for (const row of text.split(/\r\n|\r|\n/)) {
    if (row.trim() === '') typesetter.blank();
    else for (const line of linesOf(row.replace(/\t/g, '    '))) typesetter.text(line);
  }
}

function linesOf(row: string): string[] {
  if (!row.includes('*')) return [row];
  const captions = [...row.matchAll(CAPTION)];
  const starts = [...new Set([0, ...captions.map((caption) => caption.index)])];
  const parts = starts.map((start, order) => row.slice(start, starts[order + 1]));
  return parts
    .map((part) => part.replace(CAPTION, `$1${COLUMN_GAP}`).replace(EMPHASIS, '$1').trimEnd())
    .filter((part) => part !== '');
}
