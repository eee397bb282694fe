import { createFinder, textAt } from './find-bytes';

const [RETURN, NEWLINE, PERCENT] = [0x0d, 0x0a, 0x25];
const WHITE = new Set([0, 0x09, NEWLINE, 0x0c, RETURN, 0x20]);

/** Where the content of a stream begins whose keyword `stream` is at a place: on the next line, however that is ended. */
export function contentStart(bytes: Uint8Array, keyword: number): number {
  let at = keyword + 'stream'.length;
  while (at < bytes.length && bytes[at] !== NEWLINE && bytes[at] !== RETURN) at += 1;
  return at + (bytes[at] === RETURN && bytes[at + 1] === NEWLINE ? 2 : 1);
}

/** Where the contents of a file's streams begin and end. However often it is asked, it looks for each keyword once. */
export interface StreamBounds {
  afterBlanks(from: number): number;
  contentStart(keyword: number): number;
  /**
   * Where content ends: after as many bytes as are said, where the keyword follows them; else at the first keyword, or
   * where the object or the file ends.
   */
  contentEnd(start: number, said: unknown): number;
  /** Where the next object ends; -1: none does. */
  objectEnd(from: number): number;
}

/** `walk` is told of all bytes that are walked over to find something. */
export function createStreamBounds(bytes: Uint8Array, walk: (length: number) => void): StreamBounds {
  const [streamEnd, objectEnd] = [createFinder(bytes, 'endstream'), createFinder(bytes, 'endobj')];
  const walked = (from: number, to: number): number => {
    walk(to - from);
    return to;
  };
  const after = (from: number): number => walked(from, afterBlanks(bytes, from));
  return {
    afterBlanks: after,
    contentStart: (keyword) => walked(keyword, contentStart(bytes, keyword)),
    contentEnd(start, said) {
      const end = typeof said === 'number' ? start + said : Number.NaN;
      if (end >= start && end < bytes.length && textAt(bytes, after(end), 9) === 'endstream') return end;
      const keyword = streamEnd(start);
      const closed = keyword < 0 ? objectEnd(start) : keyword;
      return closed < 0 ? bytes.length : closed;
    },
    objectEnd,
  };
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
