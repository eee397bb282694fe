import type { Box } from '../../parsers/parsed-document';

/** Points that one bucket covers: about a column wide and a row high, so that a bucket holds a handful of cells. */
const BUCKET_WIDTH = 64;
const BUCKET_HEIGHT = 16;

/** Locators by where they stand, in buckets, so that a look costs the same in a table of ten rows and of fifty thousand. */
export class Places {
  readonly #buckets = new Map<string, { readonly box: Box; readonly locator: string }[]>();

  add(page: number, box: Box, locator: string): void {
    const [left, top] = bucketOf(box.x, box.y);
    const [right, bottom] = bucketOf(box.x + box.width, box.y + box.height);
    for (let column = left; column <= right; column += 1) {
      for (let row = top; row <= bottom; row += 1) {
        const key = keyOf(page, column, row);
        const held = this.#buckets.get(key);
        if (held === undefined) this.#buckets.set(key, [{ box, locator }]);
        else held.push({ box, locator });
      }
    }
  }

  /** The locator of the box that holds the middle of this one, of several the one added first; null: none does. */
  at(page: number, box: Box): string | null {
    const x = box.x + box.width / 2;
    const y = box.y + box.height / 2;
    const near = this.#buckets.get(keyOf(page, ...bucketOf(x, y))) ?? [];
    return near.find((one) => holds(one.box, x, y))?.locator ?? null;
  }
}

const bucketOf = (x: number, y: number): [number, number] => [
  Math.floor(x / BUCKET_WIDTH),
  Math.floor(y / BUCKET_HEIGHT),
];

const keyOf = (page: number, column: number, row: number): string => `${page} ${column} ${row}`;

const holds = (box: Box, x: number, y: number): boolean =>
  x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
