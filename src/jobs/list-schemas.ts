import type { Ports } from './ports';
import type { Caller, Listing, ListWindow, SchemaRecord } from './records';

/** The schemas of an account, newest first; all of them where no window is asked for. There are few: it is cut out in memory. */
export async function listSchemas(
  ports: Ports,
  caller: Caller,
  window: ListWindow | null,
): Promise<Listing<SchemaRecord>> {
  const all = await ports.schemas.list(caller.accountId);
  return window === null ? { items: all, total: all.length, next: null } : windowIn(all, window);
}

/** What a window shows of things that are in order, newest first. */
export function windowIn(
  all: readonly SchemaRecord[],
  { limit, after, order, offset }: ListWindow,
): Listing<SchemaRecord> {
  const ordered = order === 'desc' ? all : all.toReversed();
  const behind =
    after === null
      ? ordered
      : ordered.filter((one) => isOlder(one, after) === (order === 'desc') && one.id !== after.id);
  const items = behind.slice(offset, offset + limit);
  const last = items.at(-1);
  const goesOn = behind.length > offset + limit && last !== undefined;
  return { items, total: all.length, next: goesOn ? { createdAt: last.createdAt, id: last.id } : null };
}

const isOlder = (one: SchemaRecord, { createdAt, id }: { readonly createdAt: number; readonly id: string }): boolean =>
  one.createdAt === createdAt ? one.id < id : one.createdAt < createdAt;
