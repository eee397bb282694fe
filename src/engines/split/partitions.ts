import type { KeySighting } from './key-sightings';

/** One document among several of its kind. */
export interface FoundPartition {
  /** What tells it from the others, as printed; '': nothing does. */
  readonly key: string;
  readonly pages: readonly number[];
  /** Where it begins on its first page and ends on its last, as shares of the page's height. */
  readonly firstPageStart: number;
  readonly lastPageEnd: number;
}

/** Fewer rows above it, or a place higher up: what is named there is what the page begins with. */
const ROWS_OF_A_HEAD = 5;
const HEAD = 0.3;
/** How sure another key must be beside the one before it. */
const AS_SURE = 0.85;

interface Open {
  named: KeySighting | null;
  readonly pages: number[];
  readonly start: number;
  end: number;
}

/** `stretches`: page numbers of each document as far as pages tell. Where the key changes within one, another begins. */
export function partitionsOf(
  stretches: readonly (readonly number[])[],
  sightings: ReadonlyMap<number, readonly KeySighting[]>,
): FoundPartition[] {
  return joinSame(stretches.flatMap((pages) => cutByKey(pages, sightings)));
}

function cutByKey(pages: readonly number[], sightings: ReadonlyMap<number, readonly KeySighting[]>): Open[] {
  const found: Open[] = [];
  let open: Open = { named: null, pages: [], start: 0, end: 1 };
  for (const page of pages) {
    open.pages.push(page);
    for (const seen of sightings.get(page) ?? []) {
      if (open.named === null) open.named = seen;
      if (seen.key === open.named.key || seen.score < open.named.score * AS_SURE) continue;
      const start = open.named.page === page || !isAtHead(seen) ? seen.blockTop : 0;
      if (start === 0) open.pages.pop();
      else open.end = start;
      found.push(open);
      open = { named: seen, pages: [page], start, end: 1 };
    }
  }
  return [...found, open];
}

const isAtHead = ({ rowsAbove, top }: KeySighting): boolean => rowsAbove < ROWS_OF_A_HEAD || top < HEAD;

/** Pages that name one key are of one document, wherever they stand. */
function joinSame(all: readonly Open[]): FoundPartition[] {
  const byKey = new Map<string, FoundPartition>();
  for (const [order, { named, pages, start, end }] of all.entries()) {
    const id = named?.key ?? `#${order}`;
    const held = byKey.get(id);
    const own = { key: named?.value ?? '', pages, firstPageStart: start, lastPageEnd: end };
    byKey.set(
      id,
      held === undefined ? own : { ...held, pages: [...new Set([...held.pages, ...pages])], lastPageEnd: end },
    );
  }
  return [...byKey.values()];
}
