import { z } from 'zod';
import type { Cursor, Listing, ListWindow } from '../../jobs/records';
import { readInstant } from '../door';
import { decodeCursor, encodeCursor } from './cursor';
import type { Pagination } from './wire';

/** Rows of a page unless asked otherwise: the vendor's default. */
const DEFAULT_LIMIT = 20;
/** Larger asks get this many: our number. */
const MAX_LIMIT = 100;
/** Offsets walk over the rows they skip: past this, page by cursor. */
const MAX_PAGE = 10_000;

/** A number in a query; empty counts as absent. */
export const count = z
  .string()
  .regex(/^\d{0,9}$/, 'must be a positive whole number')
  .transform((text) => (text === '' ? undefined : Number(text)))
  .refine((number) => number === undefined || number > 0, 'starts at 1')
  .optional();

/** The query of every list: by cursor, or by page number as older clients send it. */
export const ListQuery = z.object({
  limit: count,
  per_page: count,
  page: count.refine((page) => page === undefined || page <= MAX_PAGE, `at most ${MAX_PAGE}; use cursor`),
  cursor: z.string().optional(),
  order: z
    .enum(
      ['', 'asc', 'desc', 'created_at:asc', 'created_at:desc'],
      'must be asc, desc, created_at:asc or created_at:desc',
    )
    .optional(),
});
export type ListQuery = z.infer<typeof ListQuery>;

export function toWindow(query: ListQuery): ListWindow {
  const limit = Math.min(query.limit ?? query.per_page ?? DEFAULT_LIMIT, MAX_LIMIT);
  const after: Cursor | null = query.cursor ? decodeCursor(query.cursor) : null;
  const offset = after === null ? ((query.page ?? 1) - 1) * limit : 0;
  return { limit, after, order: query.order?.endsWith('asc') ? 'asc' : 'desc', offset };
}

export const fromListing = (listing: Listing<unknown>, limit: number): Pagination => ({
  total: listing.total,
  limit,
  has_more: listing.next !== null,
  next_cursor: listing.next === null ? null : encodeCursor(listing.next),
});

/** A time in a query: ISO 8601, a day or an instant; empty counts as absent. */
export const Instant = z
  .string()
  .refine((text) => text === '' || readInstant(text) !== null, 'must be an ISO 8601 date')
  .transform(readInstant)
  .optional();

/** A word of a filter; empty counts as absent. */
export const word = <Value>(table: ReadonlyMap<string, Value>) =>
  z
    .string()
    .refine((text) => text === '' || table.has(text), `must be one of ${[...table.keys()].join(', ')}`)
    .transform((text) => table.get(text) ?? null)
    .optional();
