/** Their queries for files as our filter — pure. */
import { JobError } from '../../jobs/errors';
import type { DocumentFilter, Order } from '../../jobs/records';
import type { FilesQuery, QueryFilesBody } from './file-wire';
import { toPage } from './page-window';

/** Files of a page that wants a link for each: every link is stored. */
const MOST_WITH_LINKS = 50;

/** What a list may be ordered by: the newest first, unless said otherwise. */
const ORDERS: ReadonlyMap<string, Order> = new Map<string, Order>([
  ['', 'desc'],
  ['created_at', 'desc'],
  ['created_at desc', 'desc'],
  ['created_at asc', 'asc'],
]);

function toOrder(asked: string): Order {
  const order = ORDERS.get(asked.trim().toLowerCase());
  if (order !== undefined) return order;
  const message = `order_by: "${asked.slice(0, 60)}" is none; send created_at, created_at asc or created_at desc`;
  throw new JobError('invalid-request', message, { field: 'order_by' });
}

/** An empty value counts as absent. */
export const toFileFilter = (query: FilesQuery): DocumentFilter => ({
  ...toPage(query, toOrder(query.order_by ?? ''), query.expand ? MOST_WITH_LINKS : undefined),
  statuses: null,
  search: null,
  createdFrom: null,
  createdTo: null,
  ...(query.file_ids.length === 0 ? {} : { ids: query.file_ids }),
  ...(query.file_name ? { filename: query.file_name } : {}),
  ...(query.external_file_id ? { externalId: query.external_file_id } : {}),
});

/** The older form of the same; a list of ids that is there and empty means the same as none. */
export function fromQueryBody({ filter, order_by, page_size, page_token }: QueryFilesBody): DocumentFilter {
  const plain = toFileFilter({
    file_ids: filter?.file_ids ?? [],
    file_name: filter?.file_name ?? undefined,
    external_file_id: filter?.external_file_id ?? undefined,
    order_by: order_by ?? undefined,
    page_size: page_size ?? undefined,
    page_token: page_token ?? undefined,
    expand: false,
  });
  if (filter?.data_source_id) return { ...plain, sourceId: filter.data_source_id };
  return filter?.only_manually_uploaded ? { ...plain, sourceId: null } : plain;
}
