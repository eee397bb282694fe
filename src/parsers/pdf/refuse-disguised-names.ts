import { ParseError } from '../parse-error';
import { eachText, textAt } from './find-bytes';

/** Names that tell where the objects of a file are: they are looked for as they are usually written. */
const TELLING = new Set(['/ObjStm', '/XRef', '/Root', '/Encrypt', '/ID']);
/** Characters of the longest of them, every one written by its number. */
const LONGEST = 30;
const DELIMITERS = '\\0\\t\\n\\f\\r ()<>[\\]{}/%';
const BEFORE = new RegExp(`/[^${DELIMITERS}]*$`);
const AFTER = new RegExp(`^[^${DELIMITERS}]*`);

/** Refuses a file that writes these names by the numbers of their characters (ISO 32000-1, 7.3.5), as nobody does who need not hide. */
export function refuseDisguisedNames(bytes: Uint8Array): void {
  for (const at of eachText(bytes, '#')) {
    const start = Math.max(0, at - LONGEST);
    const head = BEFORE.exec(textAt(bytes, start, at - start))?.[0];
    if (head === undefined) continue;
    const name = head + (AFTER.exec(textAt(bytes, at, LONGEST))?.[0] ?? '');
    const plain = name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    if (TELLING.has(plain))
      throw new ParseError('document-unreadable', `this PDF hides its name ${plain}; export it again from its source`);
  }
}
