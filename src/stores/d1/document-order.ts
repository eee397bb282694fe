import { asc, desc, type SQL, sql } from 'drizzle-orm';
import type { Cursor, DocumentFilter, Listing } from '../../jobs/records';
import { behind, inOrder } from './keyset';
import { documents } from './tables/documents';

/** The columns that tell the order, the last of which no two documents share; an index has them in this order. */
const COLUMNS = {
  filename: [documents.filename, documents.createdAt, documents.id],
  id: [documents.id],
} as const;

/** The documents behind the cursor, in the order of the list. */
export function behindDocument(filter: DocumentFilter): SQL | undefined {
  const { by, after, order } = filter;
  if (by === undefined || after === null) return behind(documents, filter);
  const { filename = '', createdAt, id } = after;
  const from = by === 'id' ? [id] : [filename, createdAt, id];
  const values = from.map((value) => sql`${value}`);
  const [columns, position] = [sql.join([...COLUMNS[by]], sql`, `), sql.join(values, sql`, `)];
  return order === 'desc' ? sql`(${columns}) < (${position})` : sql`(${columns}) > (${position})`;
}

export function inDocumentOrder(filter: DocumentFilter): readonly SQL[] {
  const { by, order } = filter;
  if (by === undefined) return inOrder(documents, filter);
  return COLUMNS[by].map((column) => (order === 'desc' ? desc(column) : asc(column)));
}

/** Where the next page starts, with all that this order goes by; null on the last one. */
export function documentCursor(
  { by }: DocumentFilter,
  { next, items }: Listing<{ readonly filename: string }>,
): Cursor | null {
  const last = items.at(-1);
  return next === null || by !== 'filename' || last === undefined ? next : { ...next, filename: last.filename };
}
