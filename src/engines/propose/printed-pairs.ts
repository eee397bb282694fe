import type { Box } from '../../parsers/parsed-document';
import { spanOfLine } from '../layout/span';
import type { View, ViewLine } from '../layout/view';

/** A label and its value as they stand on a page. */
export interface PrintedPair {
  readonly label: string;
  readonly value: string;
  readonly page: number;
  /** Of the value. */
  readonly box: Box;
}

/** Words a label has at most; more of them are a sentence. */
const MOST_WORDS = 6;
/** Characters a value has at most. */
const LONGEST_VALUE = 200;
/** Points that a value under its label may stand aside. */
const ASIDE = 8;

/** Words of sentences, not of labels. */
const SPEECH = new Set(
  'is are was were this that these those we you i please will should must can have here ist sind wir sie bitte'.split(
    ' ',
  ),
);

const INLINE = /^[\s•·*–-]*([^\s:][^:]{0,48}?)\s*:\s+(\S.*)$/u;
const ALONE = /^[\s•·*–-]*([^\s:][^:]{0,48}?)\s*:$/u;

/** Labels that end in a colon, with their value after it, right of it or below it. Other labels only the catalogue tells. */
export function printedPairs(view: View): PrintedPair[] {
  return view.lines.flatMap((line): PrintedPair[] => {
    const [, label, value] = INLINE.exec(line.text) ?? [];
    if (label !== undefined && value !== undefined) {
      const start = line.text.length - value.length;
      return pairOf(label, value, line.page, spanOfLine(line.page, line.line, start, line.text.length).box);
    }
    const [, heading] = ALONE.exec(line.text) ?? [];
    const beside = heading === undefined ? undefined : (rightOf(line) ?? below(line, view));
    return heading === undefined || beside === undefined ? [] : pairOf(heading, beside.text, beside.page, beside.box);
  });
}

function pairOf(label: string, value: string, page: number, box: Box): PrintedPair[] {
  return namesSomething(label) && isValue(value) ? [{ label, value, page, box }] : [];
}

/** Labels begin with a capital; only a single word made for machines ("invoice_no") does not. */
export function namesSomething(text: string): boolean {
  const words = text.split(/\s+/);
  return (
    /\p{L}{2}/u.test(text) &&
    words.length <= MOST_WORDS &&
    (/^[^\p{Ll}]/u.test(text) || words.length === 1) &&
    !(words.length > 1 && words.some((word) => SPEECH.has(word.toLowerCase()))) &&
    !/[.!?;]\s|["“”„]|^https?$/iu.test(text)
  );
}

const isValue = (text: string): boolean =>
  /[\p{L}\p{N}☐☑☒✓✔✗✘]/u.test(text) && text.length <= LONGEST_VALUE && !text.endsWith(':');

function rightOf(line: ViewLine): ViewLine | undefined {
  return line.row.lines[line.row.lines.indexOf(line) + 1];
}

function below(line: ViewLine, view: View): ViewLine | undefined {
  const next = view.rows[line.row.index + 1];
  if (next === undefined || next.page !== line.page || next.top - line.row.bottom > line.box.height) return undefined;
  return next.lines.find((one) => Math.abs(one.box.x - line.box.x) <= ASIDE && !one.text.includes(':'));
}
