/** What painting takes, in plain pixels painted, against what it may take. */
export interface PaintingBudget {
  /** What is left of it. */
  readonly left: number;
  /** Whether anything was painted. */
  readonly isSeen: boolean;
  /** Throws `TooMuch` where no more is left. */
  spend(cost: number): void;
  /** Pixels that are to be seen. Throws `TooMuch` where no more is left. */
  paint(pixels: number): void;
}

/** More than the limit, or more than can be told. */
export class TooMuch extends Error {}

export function createPaintingBudget(limit: number): PaintingBudget {
  let left = limit;
  let isSeen = false;
  const spend = (cost: number): void => {
    left -= cost;
    if (!(left >= 0)) throw new TooMuch();
  };
  return {
    get left() {
      return left;
    },
    get isSeen() {
      return isSeen;
    },
    spend,
    paint(pixels) {
      isSeen = true;
      spend(pixels);
    },
  };
}
