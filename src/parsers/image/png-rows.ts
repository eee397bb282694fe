/** Cuts pieces of bytes into rows of a length that may change from row to row. */
export interface RowReader {
  /** The next row; null when the bytes end before it is whole. */
  next(length: number): Promise<Uint8Array | null>;
  /** Ends the reading; nothing is to be asked for after it. */
  close(): Promise<void>;
}

export function createRowReader(pieces: AsyncGenerator<Uint8Array>): RowReader {
  let piece: Uint8Array = new Uint8Array();
  let at = 0;
  return {
    async next(length) {
      const row = new Uint8Array(length);
      for (let filled = 0; filled < length; ) {
        if (at === piece.length) {
          const { done, value } = await pieces.next();
          if (done === true) return null;
          piece = value;
          at = 0;
        }
        const part = piece.subarray(at, at + length - filled);
        row.set(part, filled);
        filled += part.length;
        at += part.length;
      }
      return row;
    },
    async close() {
      await pieces.return(undefined);
    },
  };
}

/**
 * Undoes the filter of a row in its place; https://www.w3.org/TR/png-3/#9Filters. `row` begins with the number of its
 * filter, `above` is the row before it, undone, all zeros for the first; `step`: bytes of a pixel.
 */
export function unfilter(row: Uint8Array, above: Uint8Array, step: number): void {
  const filter = row[0];
  if (filter === 0) return;
  for (let at = 1; at < row.length; at += 1) {
    const left = at > step ? (row[at - step] ?? 0) : 0;
    const up = above[at] ?? 0;
    const corner = at > step ? (above[at - step] ?? 0) : 0;
    row[at] = (row[at] ?? 0) + predicted(filter, left, up, corner);
  }
}

/** What a filter adds to a byte, from the bytes to its left, above it, and above that to the left. */
export function predicted(filter: number | undefined, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  const toLeft = Math.abs(up - corner);
  const toUp = Math.abs(left - corner);
  const toCorner = Math.abs(left + up - 2 * corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
