import type { Cursor } from './records';
import type { Kept, Shelf } from './shelf';

/** Things read in one go. */
const READ_AT_ONCE = 200;

/** All that belongs to an owner, oldest first. */
export async function listWhole<Item extends Kept>(
  shelf: Pick<Shelf<Item>, 'list'>,
  accountId: string,
  owner: string,
): Promise<readonly Item[]> {
  const found: Item[] = [];
  let after: Cursor | null = null;
  do {
    const window = { limit: READ_AT_ONCE, after, order: 'asc', offset: 0 } as const;
    const { items, next }: Awaited<ReturnType<typeof shelf.list>> = await shelf.list(accountId, owner, window);
    found.push(...items);
    after = next;
  } while (after !== null);
  return found;
}
