import { and, asc, count, eq, gte, inArray, isNull, lt, type SQL, sql } from 'drizzle-orm';
import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1';
import type { DocumentIndex } from '../../jobs/index-ports';
import type { DocumentFilter, DocumentRecord } from '../../jobs/records';
import type { JsonObject } from '../../schema/json';
import { isAmong, ownedBy } from './among';
import { behindDocument, documentCursor, inDocumentOrder } from './document-order';
import { asksForFields } from './extraction-index';
import { listingOf } from './keyset';
import { toProblem } from './problem';
import { mentions } from './spellings';
import { documents } from './tables/documents';
import { extractions } from './tables/extractions';

type Row = typeof documents.$inferSelect;

/** Documents in D1. Does not hold their bytes. */
export function createD1DocumentIndex(binding: D1Database): DocumentIndex {
  const db = drizzle(binding);
  const owned = (accountId: string, id: string) => and(eq(documents.accountId, accountId), eq(documents.id, id));
  return {
    async add(record) {
      const [, rows] = await db.batch([
        db.insert(documents).values(toRow(record)).onConflictDoNothing(),
        db
          .select()
          .from(documents)
          .where(
            and(
              eq(documents.accountId, record.accountId),
              record.isShared ? eq(documents.sharedContent, record.sha256) : eq(documents.id, record.id),
            ),
          ),
      ]);
      const stored = rows[0];
      if (stored === undefined) throw new Error('documents: the row just added is not there');
      return toRecord(stored);
    },
    async get(accountId, id) {
      const [row] = await db.select().from(documents).where(owned(accountId, id));
      return row === undefined ? null : toRecord(row);
    },
    async getMany(accountId, ids) {
      const rows = await db
        .select()
        .from(documents)
        .where(and(ownedBy(documents.accountId, accountId, ids), isAmong(documents.id, ids)));
      return rows.map(toRecord);
    },
    async list(accountId, filter) {
      const { page, total } = documentListQueries(db, accountId, filter);
      const [rows, counted] = await db.batch([page, total]);
      const listing = listingOf(rows.map(toRecord), counted[0]?.total ?? 0, filter.limit);
      return { ...listing, next: documentCursor(filter, listing) };
    },
    async completed(accountId, limit) {
      const rows = await db
        .select()
        .from(documents)
        .where(and(eq(documents.accountId, accountId), eq(documents.status, 'completed')))
        .orderBy(asc(documents.createdAt), asc(documents.id))
        .limit(limit);
      return rows.map(toRecord);
    },
    async setApart(accountId, id) {
      await db.update(documents).set({ sharedContent: null }).where(owned(accountId, id));
    },
    async remove(accountId, id) {
      const removed = await db.delete(documents).where(owned(accountId, id)).returning({ id: documents.id });
      return removed.length > 0;
    },
    async extractionsOf(accountId, ids) {
      const rows = await extractionsOfQuery(db, accountId, ids);
      return new Map(
        rows.map(({ documentId, count: n, latestId, fieldCount }) => [documentId, { count: n, latestId, fieldCount }]),
      );
    },
  };
}

/** The two statements of a list: one page and one row more; all that match. */
function documentListQueries(db: DrizzleD1Database, accountId: string, filter: DocumentFilter) {
  const matching = [ownedBy(documents.accountId, accountId, filter.ids), ...conditions(filter)];
  return {
    page: db
      .select()
      .from(documents)
      .where(and(...matching, behindDocument(filter)))
      .orderBy(...inDocumentOrder(filter))
      .limit(filter.limit + 1)
      .offset(filter.offset),
    total: db
      .select({ total: count() })
      .from(documents)
      .where(and(...matching)),
  };
}

/** SQLite takes the other columns from the row that holds the maximum. */
function extractionsOfQuery(db: DrizzleD1Database, accountId: string, ids: readonly string[]) {
  return db
    .select({
      documentId: extractions.documentId,
      count: count(),
      newest: sql<number>`max(${extractions.createdAt})`,
      latestId: extractions.id,
      fieldCount: extractions.fieldCount,
    })
    .from(extractions)
    .where(
      and(
        eq(extractions.accountId, accountId),
        isNull(extractions.deletedAt),
        asksForFields,
        isAmong(extractions.documentId, ids),
      ),
    )
    .groupBy(extractions.documentId);
}

function conditions(filter: DocumentFilter): SQL[] {
  const found: SQL[] = [];
  if (filter.statuses !== null) found.push(inArray(documents.status, [...filter.statuses]));
  if (filter.search !== null) found.push(mentions(documents.filename, filter.search));
  if (filter.createdFrom !== null) found.push(gte(documents.createdAt, filter.createdFrom));
  if (filter.createdTo !== null) found.push(lt(documents.createdAt, filter.createdTo));
  if (filter.ids !== undefined) found.push(isAmong(documents.id, filter.ids));
  if (filter.filename !== undefined) found.push(eq(documents.filename, filter.filename));
  if (filter.externalId !== undefined) found.push(eq(documents.externalId, filter.externalId));
  if (filter.sourceId !== undefined)
    found.push(filter.sourceId === null ? isNull(documents.sourceId) : eq(documents.sourceId, filter.sourceId));
  return found;
}

const toRecord = ({ problemCode, problemMessage, sharedContent, metadata, ...row }: Row): DocumentRecord => ({
  ...row,
  isShared: sharedContent !== null,
  metadata: metadata === null ? null : (JSON.parse(metadata) as JsonObject),
  problem: toProblem(problemCode, problemMessage),
});

const toRow = ({ problem, isShared, metadata, ...record }: DocumentRecord): Row => ({
  ...record,
  sharedContent: isShared ? record.sha256 : null,
  metadata: metadata === null ? null : JSON.stringify(metadata),
  problemCode: problem?.code ?? null,
  problemMessage: problem?.message ?? null,
});
