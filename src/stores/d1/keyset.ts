import { type AnyColumn, asc, desc, type SQL, sql } from 'drizzle-orm';
import type { Cursor, Listing, ListWindow } from '../../jobs/records';

interface TimeOrdered {
  readonly createdAt: AnyColumn;
  readonly id: AnyColumn;
}

/** The rows behind the cursor, as a row value: an index on (…, created_at, id) answers it without sorting. */
export function behind(table: TimeOrdered, window: ListWindow): SQL | undefined {
  const { after, order } = window;
  if (after === null) return undefined;
  return order === 'desc'
    ? sql`(${table.createdAt}, ${table.id}) < (${after.createdAt}, ${after.id})`
    : sql`(${table.createdAt}, ${table.id}) > (${after.createdAt}, ${after.id})`;
}

export const inOrder = (table: TimeOrdered, window: ListWindow): readonly [SQL, SQL] =>
  window.order === 'desc' ? [desc(table.createdAt), desc(table.id)] : [asc(table.createdAt), asc(table.id)];

/** `rows` holds one more than the page when there is a next page. */
export function listingOf<Item extends Cursor>(rows: readonly Item[], total: number, limit: number): Listing<Item> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const next = rows.length > limit && last !== undefined ? { createdAt: last.createdAt, id: last.id } : null;
  return { items, total, next };
}
