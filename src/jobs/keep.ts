import { nextVersion } from './next-version';
import type { Ports } from './ports';
import type { Caller } from './records';
import type { Kept, Shelf } from './shelf';

/** What a new thing begins with. */
export function newlyKept(ports: Pick<Ports, 'ids' | 'clock'>, { accountId }: Caller): Kept {
  const now = ports.clock();
  return { id: ports.ids(), accountId, version: 1, createdAt: now, updatedAt: now };
}

/** Stores the next version of a thing. Throws what reading and changing throw, and `conflict` while others keep changing it. */
export const changeKept = <Item extends Kept>(
  ports: Pick<Ports, 'clock'>,
  shelf: Shelf<Item>,
  read: () => Promise<Item>,
  change: (stored: Item) => Partial<Item>,
  what: string,
): Promise<Item> =>
  nextVersion(
    read,
    (stored) => ({ ...stored, ...change(stored), updatedAt: ports.clock() }),
    (next) => shelf.update(next),
    what,
  );
