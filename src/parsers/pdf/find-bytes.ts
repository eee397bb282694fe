/** Where a text of plain characters begins in bytes, from a place on; -1: nowhere. */
export function findText(bytes: Uint8Array, text: string, from = 0): number {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let same = 1;
    while (same < text.length && bytes[at + same] === text.charCodeAt(same)) same += 1;
    if (same === text.length) return at;
  }
  return -1;
}

/** Every place where it begins. */
export function* eachText(bytes: Uint8Array, text: string): Generator<number> {
  for (let at = findText(bytes, text); at >= 0; at = findText(bytes, text, at + text.length)) yield at;
}

/**
 * Finds the first place at or after any other where a text begins, as `findText` does, again and again: it goes through the
 * bytes once for all of them.
 */
export function createFinder(bytes: Uint8Array, text: string): (from: number) => number {
  const places: number[] = [];
  const more = eachText(bytes, text);
  let last = -1;
  return (from) => {
    while (last < Math.min(from, bytes.length)) {
      last = more.next().value ?? bytes.length;
      places.push(last);
    }
    let [low, high] = [0, places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle] ?? 0) < from) low = middle + 1;
      else high = middle;
    }
    const found = places[low] ?? bytes.length;
    return found < bytes.length ? found : -1;
  };
}

/** Bytes that are made characters in one go: each is an argument of a call. */
const AT_ONCE = 8192;

/** Bytes as characters of the same numbers, no more than `length` of them. */
export function textAt(bytes: Uint8Array, from: number, length: number): string {
  const end = Math.min(bytes.length, from + length);
  let text = '';
  for (let at = from; at < end; at += AT_ONCE)
    text += String.fromCharCode(...bytes.subarray(at, Math.min(end, at + AT_ONCE)));
  return text;
}
