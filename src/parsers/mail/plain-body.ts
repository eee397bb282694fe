import type { Typesetter } from '../typeset';

/** "*First name*": words between asterisks, as mail programs write bold type in plain text. */
const EMPHASIS = /(?<![^\s([])\*(?=\S)([^*]{1,120}?)(?<=\S)\*(?![\p{L}\p{N}*])/gu;
/** The same at the beginning of a line or column, with a few words, a capital first, before a value. */
const CAPTION = /(?:(?<=^\s*)|(?<= {2,}))\*(?=\S)(\p{Lu}[^*.!?]{1,40}?)(?<=\S)\*[ \t]+(?=[\p{Lu}\p{N}€$£+])/gu;

/** The plain text of a mail, line by line, its marks of bold type left out; what is bold before a value is a column of its own. */
export function setPlainBody(text: string, typesetter: Typesetter): void {
  for (const row of text.split(/\r\n|\r|\n/)) {
    if (row.trim() === '') typesetter.blank();
    else typesetter.text(withoutMarks(row.replace(/\t/g, '    ')));
  }
}

function withoutMarks(row: string): string {
  return row.includes('*') ? row.replace(CAPTION, '$1   ').replace(EMPHASIS, '$1') : row;
}
