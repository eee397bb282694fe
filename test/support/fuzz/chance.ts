import { seededRandom } from '../random';

/** Choices that are the same for the same seed. */
export interface Chance {
  /** 0 to `below` - 1. */
  number(below: number): number;
  /** True so often: 0-1. */
  happens(share: number): boolean;
  pick<Item>(items: readonly [Item, ...Item[]]): Item;
  /** null: there is none. */
  oneOf<Item>(items: readonly Item[]): Item | null;
}

export function chanceOf(seed: number): Chance {
  const random = seededRandom(seed);
  const number = (below: number) => Math.floor(random() * below);
  return {
    number,
    happens: (share) => random() < share,
    pick: (items) => items[number(items.length)] ?? items[0],
    oneOf: (items) => items[number(items.length)] ?? null,
  };
}
