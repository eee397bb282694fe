import { and, eq, type SQL, sql } from 'drizzle-orm';
import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1';
import { JobError } from '../../jobs/errors';
import type { Kept, Shelf, ShelfWindow } from '../../jobs/shelf';
import { inChunks } from './in-chunks';
import { behind, inOrder, pageOf } from './keyset';
import { mentions } from './spellings';
import type { KeptTable } from './tables/kept';

type Row = KeptTable['$inferSelect'];

/** Rows of one statement: D1 allows a hundred bound parameters, and a row has eight. */
const ROWS_PER_STATEMENT = 12;

const REPLACED = {
  documentId: sql`excluded.document_id`,
  body: sql`excluded.body`,
  version: sql`version + 1`,
  updatedAt: sql`excluded.updated_at`,
};

/** Where a thing has its place; the document that it is about, null: none. */
export interface Placing<Item> {
  readonly ownerOf: (item: Item) => string;
  readonly documentOf: (item: Item) => string | null;
}

/** Things of one kind in their table in D1. */
export function createD1Shelf<Item extends Kept>(
  d1: D1Database,
  table: KeptTable,
  { ownerOf, documentOf }: Placing<Item>,
): Shelf<Item> {
  const db = drizzle(d1);
  const owned = (accountId: string, id: string) => and(eq(table.accountId, accountId), eq(table.id, id));
  const toRow = (item: Item): Row => {
    const { id, accountId, version, createdAt, updatedAt, ...body } = item;
    const place = { ownerId: ownerOf(item), documentId: documentOf(item), body: JSON.stringify(body) };
    return { id, accountId, ...place, version, createdAt, updatedAt };
  };
  return {
    async put(...items) {
      for (const rows of inChunks(items.map(toRow), ROWS_PER_STATEMENT)) {
        await db
          .insert(table)
          .values(rows)
          .onConflictDoUpdate({ target: table.id, set: REPLACED, setWhere: sql`account_id = excluded.account_id` })
          .catch(refuseOrphan);
      }
    },
    async get(accountId, id) {
      const [row] = await db.select().from(table).where(owned(accountId, id));
      return row === undefined ? null : toItem<Item>(row);
    },
    async list(accountId, owner, window) {
      const rows = await listQuery(db, table, and(eq(table.accountId, accountId), eq(table.ownerId, owner)), window);
      return pageOf(rows.map(toItem<Item>), window);
    },
    async update(item) {
      const { id, accountId, ...changed } = toRow(item);
      const updated = await db
        .update(table)
        .set(changed)
        .where(and(owned(accountId, id), eq(table.version, item.version - 1)))
        .returning({ id: table.id });
      return updated.length > 0;
    },
    async remove(accountId, id) {
      const removed = await db.delete(table).where(owned(accountId, id)).returning({ id: table.id });
      return removed.length > 0;
    },
    async about(accountId, documentId) {
      const [row] = await db
        .select()
        .from(table)
        .where(and(eq(table.accountId, accountId), eq(table.documentId, documentId)))
        .limit(1);
      return row === undefined ? null : toItem<Item>(row);
    },
  };
}

/** One page and one row more. */
const listQuery = (db: DrizzleD1Database, table: KeptTable, place: SQL | undefined, window: ShelfWindow) =>
  db
    .select()
    .from(table)
    .where(and(place, behind(table, window), ...conditions(table, window)))
    .orderBy(...inOrder(table, window))
    .limit(window.limit + 1)
    .offset(window.offset);

function conditions({ body }: KeptTable, { filenamePart, mediaType }: ShelfWindow): SQL[] {
  const found: SQL[] = [];
  if (filenamePart !== undefined) found.push(mentions(sql`${body} ->> 'filename'`, filenamePart));
  if (mediaType !== undefined) found.push(sql`${body} ->> 'mediaType' = ${mediaType}`);
  return found;
}

/** Rows are written only by `toRow`, so what is in the body is known. */
const toItem = <Item>({ ownerId: _owner, documentId: _document, body, ...row }: Row): Item =>
  ({ ...row, ...(JSON.parse(body) as object) }) as Item;

/** What it belongs to was deleted at this moment. */
function refuseOrphan(error: unknown): never {
  if (/FOREIGN KEY/i.test(reasonOf(error))) throw new JobError('not-found', 'What this belongs to has been deleted');
  throw error;
}

/** The driver wraps what the database said. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return `${error.message} ${error.cause === undefined ? '' : reasonOf(error.cause)}`;
}
