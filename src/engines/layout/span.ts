import type { Box, Line } from '../../parsers/parsed-document';

/** A piece of a document: what a citation will point at. */
export interface Span {
  readonly page: number;
  readonly box: Box;
  readonly text: string;
  readonly locator: string | null;
  readonly attachment: string | null;
}

/** Characters `start` to `end` of a line's text as a span: the union of the words they touch. */
export function spanOfLine(page: number, line: Line, start: number, end: number): Span {
  let at = 0;
  let box: Box | null = null;
  for (const word of line.words) {
    if (at >= end) break;
    const wordEnd = at + word.text.length;
    if (start < wordEnd) box = box === null ? word.box : union(box, word.box);
    at = wordEnd + 1;
  }
  return { page, box: box ?? line.box, text: line.text.slice(start, end), locator: null, attachment: null };
}

export function union(a: Box, b: Box): Box {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}

/** Share 0-1 of the smaller box that the other covers. */
export function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  if (width <= 0 || height <= 0) return 0;
  return (width * height) / Math.max(1e-6, Math.min(a.width * a.height, b.width * b.height));
}

/** True when two spans are, for the most part, the same print. */
export function samePrint(a: Span, b: Span): boolean {
  return (
    a.page === b.page &&
    a.attachment === b.attachment &&
    overlap(a.box, b.box) > 0.5 &&
    (a.text.includes(b.text) || b.text.includes(a.text))
  );
}

/** Points by which two boxes share a horizontal range; negative is the gap between them. */
export function sharedWidth(a: Box, b: Box): number {
  return Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
}
