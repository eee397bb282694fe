import type { Ink } from './ink';

/** Ink that hangs together: a letter, an accent, a line, a speck. Edges in pixels, right and bottom exclusive. */
export interface Mark {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Pixels of ink. */
  readonly area: number;
}

interface GrowingMark {
  left: number;
  top: number;
  right: number;
  bottom: number;
  area: number;
  /** The mark that this one has turned out to be part of. */
  joined: GrowingMark | null;
}

interface Run {
  readonly from: number;
  readonly to: number;
  readonly mark: GrowingMark;
}

/** More marks than this are noise or a picture; the rest is left out. */
const MAX_MARKS = 200_000;

/** The marks of a page, each touching itself also at corners. One pass over the rows. Pure. */
export function marksOf({ width, height, bits }: Ink): Mark[] {
  const marks: GrowingMark[] = [];
  let above: Run[] = [];
  for (let y = 0; y < height && marks.length < MAX_MARKS; y += 1) {
    const here: Run[] = [];
    let first = 0;
    for (const [from, to] of runsOf(bits, y * width, width)) {
      while ((above[first]?.to ?? Number.POSITIVE_INFINITY) < from) first += 1;
      let mark: GrowingMark | null = null;
      for (let index = first; (above[index]?.from ?? Number.POSITIVE_INFINITY) <= to; index += 1) {
        const touched = above[index]?.mark;
        if (touched !== undefined) mark = mark === null ? rootOf(touched) : join(rootOf(touched), mark);
      }
      if (mark === null) {
        mark = { left: from, top: y, right: to, bottom: y + 1, area: 0, joined: null };
        marks.push(mark);
      }
      mark.left = Math.min(mark.left, from);
      mark.right = Math.max(mark.right, to);
      mark.bottom = y + 1;
      mark.area += to - from;
      here.push({ from, to, mark });
    }
    above = here;
  }
  return marks.filter((mark) => mark.joined === null);
}

function* runsOf(bits: Uint8Array, start: number, width: number): Generator<readonly [from: number, to: number]> {
  const end = start + width;
  for (let at = bits.indexOf(1, start); at >= 0 && at < end; ) {
    let stop = at + 1;
    while (stop < end && bits[stop] === 1) stop += 1;
    yield [at - start, stop - start];
    at = bits.indexOf(1, stop);
  }
}

function rootOf(mark: GrowingMark): GrowingMark {
  let root = mark;
  while (root.joined !== null) root = root.joined;
  return root;
}

function join(a: GrowingMark, b: GrowingMark): GrowingMark {
  if (a === b) return a;
  a.left = Math.min(a.left, b.left);
  a.top = Math.min(a.top, b.top);
  a.right = Math.max(a.right, b.right);
  a.bottom = Math.max(a.bottom, b.bottom);
  a.area += b.area;
  b.joined = a;
  return a;
}
