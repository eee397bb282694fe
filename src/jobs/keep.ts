import { claimRequest } from './claim-request';
import { nextVersion } from './next-version';
import type { Ports } from './ports';
import type { Caller } from './records';
import type { Kept, Shelf } from './shelf';

/** What a new thing begins with. */
export function newlyKept(ports: Pick<Ports, 'ids' | 'clock'>, { accountId }: Caller): Kept {
  const now = ports.clock();
  return { id: ports.ids(), accountId, version: 1, createdAt: now, updatedAt: now };
}

/** How a request for a new thing says which one it is, if it is sent again. */
export interface Asked {
  /** Everything that was asked. */
  readonly asked: readonly unknown[];
  readonly idempotencyKey: string | null;
}

/** What the thing that is asked for begins with: under the same idempotency key within 24 h the same id. Throws `idempotency-mismatch`. */
export async function keptOnce(ports: Ports, caller: Caller, { asked, idempotencyKey: key }: Asked): Promise<Kept> {
  const kept = newlyKept(ports, caller);
  return key === null ? kept : { ...kept, id: await claimRequest(ports, caller, JSON.stringify(asked), key) };
}

/** Keeps a new thing; the same idempotency key within 24 h gives the one it made then. Throws `idempotency-mismatch` and what making it throws. */
export async function keepOnce<Item extends Kept>(
  ports: Ports,
  caller: Caller,
  shelf: Shelf<Item>,
  asked: Asked,
  make: (kept: Kept) => Item | Promise<Item>,
): Promise<Item> {
  const kept = await keptOnce(ports, caller, asked);
  const earlier = asked.idempotencyKey === null ? null : await shelf.get(caller.accountId, kept.id);
  if (earlier !== null) return earlier;
  const item = await make(kept);
  await shelf.put(item);
  return item;
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
