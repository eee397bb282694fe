import { findText } from './find-bytes';

const [RETURN, NEWLINE, PERCENT] = [0x0d, 0x0a, 0x25];
const WHITE = new Set([0, 0x09, NEWLINE, 0x0c, RETURN, 0x20]);

/** Where the content of a stream begins whose keyword `stream` is at a place: on the next line, however that is ended. */
export function contentStart(bytes: Uint8Array, keyword: number): number {
  let at = keyword + 'stream'.length;
  while (at < bytes.length && bytes[at] !== NEWLINE && bytes[at] !== RETURN) at += 1;
  return at + (bytes[at] === RETURN && bytes[at + 1] === NEWLINE ? 2 : 1);
}

/**
 * Where it ends: after as many bytes as are said, where the keyword follows them; else at the first keyword, or where
 * the object or the file ends.
 */
export function contentEnd(bytes: Uint8Array, start: number, said: unknown): number {
  const end = typeof said === 'number' ? start + said : Number.NaN;
  if (end >= start && end < bytes.length) {
    const after = afterBlanks(bytes, end);
    if (findText(bytes.subarray(after, after + 'endstream'.length), 'endstream') === 0) return end;
  }
  const keyword = findText(bytes, 'endstream', start);
  const closed = keyword < 0 ? findText(bytes, 'endobj', start) : keyword;
  return closed < 0 ? bytes.length : closed;
}

/** The next place that is neither blank nor in a comment. */
export function afterBlanks(bytes: Uint8Array, from: number): number {
  let at = from;
  for (; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === PERCENT) while (at + 1 < bytes.length && !isLineEnd(bytes[at + 1])) at += 1;
    else if (!WHITE.has(byte)) break;
  }
  return at;
}

const isLineEnd = (byte: number | undefined): boolean => byte === RETURN || byte === NEWLINE;
