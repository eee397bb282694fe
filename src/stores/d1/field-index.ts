import { and, count, desc, eq, gte, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm';
import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1';
import { type FieldFilter, TIERS } from '../../jobs/field';
import type { FieldIndex } from '../../jobs/index-ports';
import { isAmong } from './among';
import { documentSearchQueries } from './document-search';
import { behind, inOrder, listingOf } from './keyset';
import { putFields } from './put-fields';
import { mentions } from './spellings';
import { documents } from './tables/documents';
import { fields, fieldValues } from './tables/fields';

/** Most fields that are looked at as a whole. */
const MAX_FIELDS = 2000;
/** Most values that come with a page of documents. */
const MAX_VALUES = 20_000;

/** What fields there are and what documents have for them, in D1. Triggers take values away and count them. */
export function createD1FieldIndex(d1: D1Database): FieldIndex {
  const db = drizzle(d1);
  return {
    async put(accountId, records, values) {
      const statements = putFields(d1, accountId, records, values);
      if (statements.length > 0) await d1.batch(statements);
    },
    getMany: (accountId, ids) =>
      db
        .select()
        .from(fields)
        .where(and(eq(fields.accountId, accountId), isAmong(fields.id, ids))),
    async list(accountId, filter) {
      const { page, total } = fieldListQueries(db, accountId, filter);
      const [rows, counted] = await db.batch([page, total]);
      return listingOf(rows, counted[0]?.total ?? 0, filter.limit);
    },
    all: (accountId) =>
      db
        .select()
        .from(fields)
        .where(eq(fields.accountId, accountId))
        .orderBy(desc(fields.createdAt), desc(fields.id))
        .limit(MAX_FIELDS),
    async occurrences(accountId, fieldId, limit) {
      const rows = await occurrencesQuery(db, accountId, fieldId, limit);
      return rows.map((row) => ({ ...row, text: row.text ?? '' }));
    },
    valuesOf: (accountId, documentIds) => valuesQuery(db, accountId, documentIds),
    async incomparable(accountId, fieldId, as) {
      const [row] = await db
        .select({ text: fieldValues.text })
        .from(fieldValues)
        .where(
          and(
            eq(fieldValues.fieldId, fieldId),
            eq(fieldValues.accountId, accountId),
            isNotNull(fieldValues.text),
            isNull(as === 'number' ? fieldValues.number : fieldValues.time),
          ),
        )
        .limit(1);
      return row?.text ?? null;
    },
    async searchValues(accountId, words, limit) {
      if (words.length === 0) return [];
      const rows = await valueSearchQuery(db, accountId, words, limit);
      return rows.map(({ fieldId, text, documents: found }) => ({ fieldId, text: text ?? '', documents: found }));
    },
    async findDocuments(accountId, search) {
      const { page, total } = documentSearchQueries(db, accountId, search);
      const [rows, counted] = await db.batch([page, total]);
      return listingOf(rows, counted[0]?.total ?? 0, search.limit);
    },
  };
}

/** The two statements of a list: one page and one row more; all that match. */
export function fieldListQueries(db: DrizzleD1Database, accountId: string, filter: FieldFilter) {
  const matching = and(eq(fields.accountId, accountId), ...conditions(filter));
  return {
    page: db
      .select()
      .from(fields)
      .where(and(matching, behind(fields, filter)))
      .orderBy(...inOrder(fields, filter))
      .limit(filter.limit + 1)
      .offset(filter.offset),
    total: db.select({ total: count() }).from(fields).where(matching),
  };
}

function conditions({ words, tier, group }: FieldFilter): SQL[] {
  const said = sql`(${fields.canonicalName} || ' ' || ${fields.title} || ' ' || ${fields.description})`;
  const found = words.map((word) => mentions(said, word));
  if (tier !== null) found.push(gte(fields.occurrences, TIERS[tier]));
  if (tier === 'emerging') found.push(lt(fields.occurrences, TIERS.established));
  if (tier === 'established') found.push(lt(fields.occurrences, TIERS.core));
  if (group !== null) found.push(eq(fields.group, group));
  return found;
}

export const occurrencesQuery = (db: DrizzleD1Database, accountId: string, fieldId: string, limit: number) =>
  db
    .select({
      documentId: fieldValues.documentId,
      filename: documents.filename,
      extractionId: fieldValues.extractionId,
      text: fieldValues.text,
      at: fieldValues.at,
    })
    .from(fieldValues)
    .innerJoin(documents, eq(documents.id, fieldValues.documentId))
    .where(and(eq(fieldValues.fieldId, fieldId), eq(fieldValues.accountId, accountId), isNotNull(fieldValues.text)))
    .orderBy(desc(fieldValues.at), desc(fieldValues.documentId))
    .limit(limit);

export const valuesQuery = (db: DrizzleD1Database, accountId: string, documentIds: readonly string[]) =>
  db
    .select()
    .from(fieldValues)
    .where(
      and(
        eq(fieldValues.accountId, accountId),
        isAmong(fieldValues.documentId, documentIds),
        isNotNull(fieldValues.text),
      ),
    )
    .limit(MAX_VALUES);

/** Looks through all values of the account. */
export function valueSearchQuery(db: DrizzleD1Database, accountId: string, words: readonly string[], limit: number) {
  const hits = sql.join(
    words.map((word) => mentions(fieldValues.text, word)),
    sql` + `,
  );
  return db
    .select({ fieldId: fieldValues.fieldId, text: fieldValues.text, documents: count() })
    .from(fieldValues)
    .where(and(eq(fieldValues.accountId, accountId), isNotNull(fieldValues.text), sql`(${hits}) > 0`))
    .groupBy(fieldValues.fieldId, sql`lower(${fieldValues.text})`)
    .orderBy(sql`${hits} desc`, sql`count(*) desc`, fieldValues.fieldId, fieldValues.text)
    .limit(limit);
}
