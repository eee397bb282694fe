/** Lists that are paged by `page_size` and `page_token`. */
import { z } from 'zod';
import { JobError } from '../../jobs/errors';
import type { Cursor, ListWindow } from '../../jobs/records';
import { encodeCursor, readCursor } from '../cursor';

/** Rows of a page unless asked otherwise: the vendor's default. */
const PAGE_SIZE = 50;
/** Larger asks get this many; the vendor's own limit is twice that, and it says that fewer may come. */
const MAX_PAGE_SIZE = 500;

export const PageQuery = z.object({
  page_size: z
    .string()
    .regex(/^\d{0,9}$/, 'must be a positive whole number')
    .transform((text) => (text === '' ? undefined : Number(text)))
    .refine((size) => size === undefined || size > 0, 'must be greater than 0')
    .optional(),
  page_token: z.string().optional(),
});

/** `most`: where a row costs more, our limit for it. Throws `invalid-request` for a token of nothing here. */
export function toPage(
  {
    page_size,
    page_token,
  }: { readonly page_size?: number | null | undefined; readonly page_token?: string | null | undefined },
  order: ListWindow['order'] = 'desc',
  most = MAX_PAGE_SIZE,
): ListWindow {
  return {
    limit: Math.min(page_size ?? PAGE_SIZE, most),
    after: page_token ? positionOf(page_token) : null,
    order,
    offset: 0,
  };
}

function positionOf(token: string): Cursor {
  const position = readCursor(token);
  if (position !== null) return position;
  const message = 'page_token: not a token of this list; send next_page_token of the page before';
  throw new JobError('invalid-request', message, { field: 'page_token' });
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next_page_token: string | null;
  /** null: not counted. */
  readonly total_size: number | null;
}

export const toPageBody = <Item>(items: readonly Item[], next: Cursor | null, total: number | null): Page<Item> => ({
  items,
  next_page_token: next === null ? null : encodeCursor(next),
  total_size: total,
});
