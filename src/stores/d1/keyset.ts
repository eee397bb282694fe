import { type AnyColumn, asc, desc, type SQL, sql } from 'drizzle-orm';
import type { Cursor, Listing, ListWindow, Order } from '../../jobs/records';

interface TimeOrdered {
  readonly createdAt: AnyColumn;
  readonly id: AnyColumn;
}

const REVERSE = { asc: 'desc', desc: 'asc' } as const satisfies Record<Order, Order>;

/** How the rows are walked: a page that ends in front of a row is walked backwards from that row. */
const walkOf = ({ before, after, order }: ListWindow): { readonly from: Cursor | null; readonly order: Order } =>
  before ? { from: before, order: REVERSE[order] } : { from: after, order };

/** The rows behind where the walk starts, as a row value: an index on (…, created_at, id) answers it without sorting. */
export function behind(table: TimeOrdered, window: ListWindow): SQL | undefined {
  const { from, order } = walkOf(window);
  if (from === null) return undefined;
  return order === 'desc'
    ? sql`(${table.createdAt}, ${table.id}) < (${from.createdAt}, ${from.id})`
    : sql`(${table.createdAt}, ${table.id}) > (${from.createdAt}, ${from.id})`;
}

export const inOrder = (table: TimeOrdered, window: ListWindow): readonly [SQL, SQL] =>
  walkOf(window).order === 'desc' ? [desc(table.createdAt), desc(table.id)] : [asc(table.createdAt), asc(table.id)];

/** Where a walk over several statements starts, and the window of a statement that goes on from a row. */
export function turned(window: ListWindow) {
  const { from: start } = walkOf(window);
  const direction = (from: Cursor | null) => (window.before ? { before: from } : { after: from });
  return { start, direction };
}

/** `rows` holds one more than the page when there is a next page. */
export function listingOf<Item extends Cursor>(rows: readonly Item[], total: number, limit: number): Listing<Item> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const next = rows.length > limit && last !== undefined ? cursorOf(last) : null;
  return { items, total, next };
}

/** The page from rows as they were walked, one more than the page if it goes on: in the order asked for, with its two ends. */
export function pageOf<Item extends Cursor>(walked: readonly Item[], window: ListWindow) {
  const { limit, before, after } = window;
  const goesOn = walked.length > limit;
  const items = before ? walked.slice(0, limit).reverse() : walked.slice(0, limit);
  const [first] = items;
  const last = items.at(-1);
  const hasNext = before ? true : goesOn;
  const hasPrevious = before ? goesOn : after !== null || window.offset > 0;
  return {
    items,
    next: hasNext && last !== undefined ? cursorOf(last) : null,
    previous: hasPrevious && first !== undefined ? cursorOf(first) : null,
  };
}

const cursorOf = ({ createdAt, id }: Cursor): Cursor => ({ createdAt, id });
