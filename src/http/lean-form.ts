/** A form without what its large parts hold. */
export interface LeanForm {
  readonly pieces: readonly Uint8Array<ArrayBuffer>[];
  /** What was taken out of each part, in their order; null where it was left in. */
  readonly contents: readonly (Uint8Array<ArrayBuffer> | null)[];
}

/** What a part may hold and is left in, in bytes. */
const LARGEST_LEFT = 64 * 1024;
/** How far the headers of a part are looked through, in bytes. */
const LARGEST_HEAD = 64 * 1024;

const [NEWLINE, RETURN, HYPHEN] = [0x0a, 0x0d, 0x2d];

/** What divides the parts (RFC 2046, 5.1.1); null where the type of the content does not say it. */
export function boundaryIn(contentType: string): string | null {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]+)"|([^\s;"]+))/i.exec(contentType) ?? [];
  return quoted ?? plain ?? null;
}

/**
 * Takes the large contents out of a form, as views: whoever reads what is left copies no file. Parts are counted until
 * there are more than `most`. Where a part is not as clients write it, it is left as it is.
 */
export function leanForm(
  bytes: Uint8Array<ArrayBuffer>,
  boundary: string,
  most: number,
  largestLeft = LARGEST_LEFT,
): LeanForm {
  const delimiter = new TextEncoder().encode(`--${boundary}`);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const contents: (Uint8Array<ArrayBuffer> | null)[] = [];
  let from = 0;
  let at = isAt(bytes, 0, delimiter) ? delimiter.length : afterNext(bytes, 0, delimiter);
  while (contents.length <= most && at < bytes.length && !isEnd(bytes, at)) {
    const start = contentStart(bytes, at);
    const next = afterNext(bytes, at, delimiter);
    const end = withoutLineEnd(bytes, next - delimiter.length);
    const isCut = start !== null && next < bytes.length && end - start > largestLeft;
    if (isCut) pieces.push(bytes.subarray(from, start));
    if (isCut) from = end;
    contents.push(isCut ? bytes.subarray(start, end) : null);
    at = next;
  }
  return { pieces: [...pieces, bytes.subarray(from)], contents };
}

/** Where the next delimiter that begins a line ends; the end of the bytes where there is none. */
function afterNext(bytes: Uint8Array, from: number, delimiter: Uint8Array): number {
  for (let at = from; at < bytes.length; at += 1) {
    if (bytes[at] === NEWLINE && isAt(bytes, at + 1, delimiter)) return at + 1 + delimiter.length;
  }
  return bytes.length;
}

function isAt(bytes: Uint8Array, start: number, wanted: Uint8Array): boolean {
  for (let at = 0; at < wanted.length; at += 1) {
    if (bytes[start + at] !== wanted[at]) return false;
  }
  return true;
}

const isEnd = (bytes: Uint8Array, at: number): boolean => bytes[at] === HYPHEN && bytes[at + 1] === HYPHEN;

/** Behind the empty line that ends the headers; null where that is not written as it should be. */
function contentStart(bytes: Uint8Array, from: number): number | null {
  if (bytes[from] !== RETURN || bytes[from + 1] !== NEWLINE) return null;
  const last = Math.min(bytes.length, from + LARGEST_HEAD);
  for (let at = from + 1; at < last; at += 1) {
    if (bytes[at] !== NEWLINE) continue;
    if (bytes[at - 1] !== RETURN || bytes[at + 1] === NEWLINE) return null;
    if (bytes[at + 1] === RETURN && bytes[at + 2] === NEWLINE) return at + 3;
  }
  return null;
}

/** The line end before a delimiter belongs to the delimiter. */
function withoutLineEnd(bytes: Uint8Array, at: number): number {
  const end = at - 1;
  return bytes[end - 1] === RETURN ? end - 1 : end;
}
