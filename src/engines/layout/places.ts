import type { Box } from '../../parsers/parsed-document';

/** Points that one bucket covers: about a column wide and a row high, so that a bucket holds a handful of cells. */
const BUCKET_WIDTH = 64;
const BUCKET_HEIGHT = 16;

/** Buckets one box is kept in; a larger one stands in a list of its own, of which no more are kept than this. */
const MOST_BUCKETS = 256;
const MOST_LARGE = 1000;

interface Place {
  readonly page: number;
  readonly box: Box;
  readonly locator: string;
  readonly order: number;
}

/** Locators by where they stand, in buckets, so that a look costs the same in a table of ten rows and of fifty thousand. */
export class Places {
  readonly #buckets = new Map<string, Place[]>();
  readonly #large: Place[] = [];
  readonly #known = new Set<string>();

  /** Of several at the same place the first counts. */
  add(page: number, box: Box, locator: string): void {
    const known = `${page} ${box.x} ${box.y} ${box.width} ${box.height}`;
    if (this.#known.has(known)) return;
    this.#known.add(known);
    const place = { page, box, locator, order: this.#known.size };
    const [left, top] = bucketOf(box.x, box.y);
    const [right, bottom] = bucketOf(box.x + box.width, box.y + box.height);
    if (!((right - left + 1) * (bottom - top + 1) <= MOST_BUCKETS)) {
      if (this.#large.length < MOST_LARGE) this.#large.push(place);
      return;
    }
    for (let column = left; column <= right; column += 1) {
      for (let row = top; row <= bottom; row += 1) {
        const key = keyOf(page, column, row);
        const held = this.#buckets.get(key);
        if (held === undefined) this.#buckets.set(key, [place]);
        else held.push(place);
      }
    }
  }

  /** The locator of the box that holds the middle of this one, of several the one added first; null: none does. */
  at(page: number, box: Box): string | null {
    const x = box.x + box.width / 2;
    const y = box.y + box.height / 2;
    const near = this.#buckets.get(keyOf(page, ...bucketOf(x, y))) ?? [];
    const own = near.find((one) => holds(one.box, x, y));
    const large = this.#large.find((one) => one.page === page && holds(one.box, x, y));
    if (own === undefined || large === undefined) return (own ?? large)?.locator ?? null;
    return own.order < large.order ? own.locator : large.locator;
  }
}

const bucketOf = (x: number, y: number): [number, number] => [
  Math.floor(x / BUCKET_WIDTH),
  Math.floor(y / BUCKET_HEIGHT),
];

const keyOf = (page: number, column: number, row: number): string => `${page} ${column} ${row}`;

const holds = (box: Box, x: number, y: number): boolean =>
  x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
