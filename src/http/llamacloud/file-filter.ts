/** Their queries for files as our filter — pure. */
import { JobError } from '../../jobs/errors';
import type { DocumentFilter, Order } from '../../jobs/records';
import type { FilesQuery, QueryFilesBody } from './file-wire';
import { toPage } from './page-window';

/** Files of a page that wants a link for each: every link is stored. */
const MOST_WITH_LINKS = 50;

/** What a list may be ordered by, and which way round unless that is said. */
const ORDERS: ReadonlyMap<string, Pick<DocumentFilter, 'by' | 'order'>> = new Map([
  ['', { order: 'desc' }],
  ['created_at', { order: 'desc' }],
  ['name', { by: 'filename', order: 'asc' }],
  ['id', { by: 'id', order: 'asc' }],
] as const);

/** "name", or with a direction as the older form has it: "name desc". */
function toOrder(asked: string): Pick<DocumentFilter, 'by' | 'order'> {
  const [, field = '', direction] = /^\s*(\w*)(?:\s+(asc|desc))?\s*$/i.exec(asked) ?? ['', '?'];
  const order = ORDERS.get(field.toLowerCase());
  if (order !== undefined) return direction === undefined ? order : { ...order, order: directionOf(direction) };
  const message = `order_by: "${asked.slice(0, 60)}" is none; send name, id or created_at`;
  throw new JobError('invalid-request', message, { field: 'order_by' });
}

const directionOf = (direction: string): Order => (direction.toLowerCase() === 'desc' ? 'desc' : 'asc');

/** An empty value counts as absent. */
export const toFileFilter = (query: FilesQuery): DocumentFilter => ({
  ...toPage(query, 'desc', query.expand ? MOST_WITH_LINKS : undefined),
  ...toOrder(query.order_by ?? ''),
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
