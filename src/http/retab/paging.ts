/** https://docs.retab.com (Pagination): lists of what an account keeps. */
import { z } from 'zod';
import { JobError } from '../../jobs/errors';
import { readId } from '../../jobs/id-forms';
import type { Cursor, ListWindow } from '../../jobs/records';
import type { Page } from '../../jobs/shelf';

const DEFAULT_LIMIT = 10;

/** Empty counts as absent, as for every filter. */
export const PageQuery = z.object({
  before: z.string().optional(),
  after: z.string().optional(),
  limit: z
    .string()
    .regex(/^(|[1-9]\d?|100)$/, 'must be 1 to 100')
    .transform((digits) => (digits === '' ? undefined : Number(digits)))
    .optional(),
  order: z.enum(['asc', 'desc', ''], 'must be asc or desc').optional(),
});
export type PageQuery = z.infer<typeof PageQuery>;

/** `find`: what an id names, where it is in this list. Throws `invalid-request` for an id that is not. */
export async function toWindow(
  { before, after, limit, order }: PageQuery,
  find: (id: string) => Promise<Cursor | null>,
): Promise<ListWindow> {
  if (before && after)
    throw new JobError('invalid-request', 'before: send either before or after', { field: 'before' });
  const asked = before || after;
  const id = readId(asked ?? '');
  const row = id === null ? null : await find(id);
  const field = before ? 'before' : 'after';
  if (asked && row === null)
    throw new JobError('invalid-request', `${field}: "${asked}" is not in this list`, { field });
  const cursor = row === null ? null : { createdAt: row.createdAt, id: row.id };
  return {
    limit: limit ?? DEFAULT_LIMIT,
    order: order === 'asc' ? 'asc' : 'desc',
    offset: 0,
    after: before ? null : cursor,
    before: before ? cursor : null,
  };
}

export interface Paged<Item> {
  readonly data: readonly Item[];
  /** What to send to go on in either direction; null: there is nothing more. */
  readonly list_metadata: { readonly before: string | null; readonly after: string | null };
}

export const fromPage = <Item extends { readonly id: string }, Shown>(
  { items, next, previous }: Page<Item>,
  show: (item: Item) => Shown,
): Paged<Shown> => ({
  data: items.map(show),
  list_metadata: {
    before: previous === null ? null : (items[0]?.id ?? null),
    after: next === null ? null : (items.at(-1)?.id ?? null),
  },
});

/** The id that a path names. One that is none is not there, like an unknown one. */
export function pathId(thing: string, asked: string): string {
  const id = readId(asked);
  if (id === null) throw new JobError('not-found', `${thing} ${asked} does not exist`);
  return id;
}

/** What is answered to a deletion. */
export const Deleted = z.object({ success: z.literal(true), id: z.string() });
export type Deleted = z.infer<typeof Deleted>;

export const deleted = (id: string): Deleted => ({ success: true, id });
