/** A form without what its large parts hold. */
export interface LeanForm {
  readonly pieces: readonly Uint8Array<ArrayBuffer>[];
  /** What was taken out of each part, in their order; null where it was left in. */
  readonly contents: readonly (Uint8Array<ArrayBuffer> | null)[];
}

/** What a part may hold and is left in, in bytes. */
const LARGEST_LEFT = 64 * 1024;
/** Bytes of the headers of a part. */
const LARGEST_HEAD = 64 * 1024;
/** Letters of a boundary: 70 are allowed (RFC 2046, 5.1.1). */
const LONGEST_BOUNDARY = 70;

const [NEWLINE, RETURN, HYPHEN] = [0x0a, 0x0d, 0x2d];

/** What divides the parts; null where the type of the content does not say it, or at length. */
export function boundaryIn(contentType: string): string | null {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]+)"|([^\s;"]+))/i.exec(contentType) ?? [];
  const boundary = quoted ?? plain ?? '';
  return boundary === '' || boundary.length > LONGEST_BOUNDARY ? null : boundary;
}

/**
 * Takes the large contents out of a form, as views: whoever reads what is left copies no file, and searches little. Parts
 * are counted until there are more than `most`. null: it is no form.
 */
export function leanForm(bytes: Uint8Array<ArrayBuffer>, boundary: string, most: number): LeanForm | null {
  const delimiter = new TextEncoder().encode(`--${boundary}`);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const contents: (Uint8Array<ArrayBuffer> | null)[] = [];
  let at = isAt(bytes, 0, delimiter) ? delimiter.length : afterNext(bytes, 0, delimiter);
  let from = (at ?? 0) - delimiter.length;
  while (at !== null && !isEnd(bytes, at) && contents.length <= most) {
    const start = contentStart(bytes, at);
    const next = start === null ? null : afterNext(bytes, start, delimiter);
    if (start === null || next === null) return null;
    const end = withoutLineEnd(bytes, next - delimiter.length);
    const isCut = end - start > LARGEST_LEFT;
    if (isCut) pieces.push(bytes.subarray(from, start));
    if (isCut) from = end;
    contents.push(isCut ? bytes.subarray(start, end) : null);
    at = next;
  }
  return at === null ? null : { pieces: [...pieces, bytes.subarray(from, endOf(bytes, at))], contents };
}

/** Where the next delimiter that begins a line ends; null where there is none. */
function afterNext(bytes: Uint8Array, from: number, delimiter: Uint8Array): number | null {
  for (let at = from; at < bytes.length; at += 1) {
    if (bytes[at] === NEWLINE && isAt(bytes, at + 1, delimiter)) return at + 1 + delimiter.length;
  }
  return null;
}

function isAt(bytes: Uint8Array, start: number, wanted: Uint8Array): boolean {
  for (let at = 0; at < wanted.length; at += 1) {
    if (bytes[start + at] !== wanted[at]) return false;
  }
  return true;
}

const isEnd = (bytes: Uint8Array, at: number): boolean => bytes[at] === HYPHEN && bytes[at + 1] === HYPHEN;

/** What follows the last delimiter is nobody's. */
const endOf = (bytes: Uint8Array, at: number): number => (isEnd(bytes, at) ? at + 2 : bytes.length);

/** Behind the empty line that ends the headers; null where none does. */
function contentStart(bytes: Uint8Array, from: number): number | null {
  const last = Math.min(bytes.length, from + LARGEST_HEAD);
  for (let at = from; at < last; at += 1) {
    if (bytes[at] !== NEWLINE) continue;
    if (bytes[at + 1] === NEWLINE) return at + 2;
    if (bytes[at + 1] === RETURN && bytes[at + 2] === NEWLINE) return at + 3;
  }
  return null;
}

/** The line end before a delimiter belongs to the delimiter. */
function withoutLineEnd(bytes: Uint8Array, at: number): number {
  const end = at - 1;
  return bytes[end - 1] === RETURN ? end - 1 : end;
}
