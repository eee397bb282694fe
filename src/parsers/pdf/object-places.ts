import { eachText, findText, textAt } from './find-bytes';

/** Where an object lies: its value begins at `at` of the bytes it was packed in, or of the file. */
export interface Place {
  readonly packed: Uint8Array | null;
  readonly at: number;
  readonly generation: number;
  /** Where in the file its number begins; of a packed one the number of the stream that holds it, and which of it it is. */
  readonly head: number | { readonly holder: number; readonly index: number };
}

/** An object that is not packed. */
export interface OpenObject extends Place {
  readonly number: number;
  readonly packed: null;
  readonly head: number;
}

/** What stands before `obj`, however far apart: number and generation. */
const HEAD = /(?<!\d)0*(\d{1,10})[\s\0]+0*(\d{1,5})[\s\0]+$/;
const HEAD_REACH = 120;
const BLANK = 0x20;

/** Every `12 0 obj` of a file, in its order; no more than `most` and one. */
export function openObjects(bytes: Uint8Array, most: number): OpenObject[] {
  const found: OpenObject[] = [];
  for (const at of eachText(bytes, 'obj')) {
    // Most of them end an object.
    if ((bytes[at - 1] ?? 0) > BLANK) continue;
    const start = Math.max(0, at - HEAD_REACH);
    const head = HEAD.exec(textAt(bytes, start, at - start));
    if (head !== null)
      found.push({
        number: Number(head[1]),
        generation: Number(head[2]),
        packed: null,
        at: at + 'obj'.length,
        head: start + head.index,
      });
    if (found.length > most) break;
  }
  return found;
}

/** The last that is opened before a place; undefined where none is. */
export function openedBefore(open: readonly OpenObject[], place: number): OpenObject | undefined {
  let [low, high] = [0, open.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((open[middle]?.at ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return open[low - 1];
}

/** Those in which a text stands, in their order. */
export function holdersOf(bytes: Uint8Array, open: readonly OpenObject[], text: string): ReadonlySet<OpenObject> {
  const holders = new Set<OpenObject>();
  for (const at of eachText(bytes, text)) {
    const holder = openedBefore(open, at);
    if (holder !== undefined) holders.add(holder);
  }
  return holders;
}

/** Those that stand in no other, as those of a PDF that is attached do. `endOf`: where an object ends; null where it has no end. */
export function outermost(
  bytes: Uint8Array,
  open: readonly OpenObject[],
  endOf: (object: OpenObject) => number | null,
): OpenObject[] {
  let covered = 0;
  return open.filter((object, index) => {
    if (object.head < covered) return false;
    const next = open[index + 1];
    // What ends before the next begins holds none.
    const isOpen = next !== undefined && findText(bytes.subarray(object.at, next.head), 'endobj') < 0;
    if (isOpen) covered = endOf(object) ?? covered;
    return true;
  });
}
