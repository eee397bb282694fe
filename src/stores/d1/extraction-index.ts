import { and, asc, count, eq, gt, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1';
import type { ExtractionIndex } from '../../jobs/index-ports';
import type { Outcome, Phase } from '../../jobs/job';
import type { Correction, ExtractionFilter, ExtractionRecord } from '../../jobs/records';
import type { JsonValue } from '../../schema/json';
import { isAmong, ownedBy } from './among';
import { inChunks } from './in-chunks';
import { behind, inOrder, listingOf } from './keyset';
import { toProblem } from './problem';
import { corrections, extractions } from './tables/extractions';

type Row = typeof extractions.$inferSelect;

/** Rows of one statement: six parameters each, a hundred allowed. */
const CORRECTIONS_PER_STATEMENT = 15;

/** Extractions as the gates projected them, and what people corrected in them. Does not hold the values read. */
export function createD1ExtractionIndex(binding: D1Database): ExtractionIndex {
  const db = drizzle(binding);
  return {
    async get(accountId, id) {
      const [row] = await db
        .select()
        .from(extractions)
        .where(and(eq(extractions.accountId, accountId), eq(extractions.id, id), isNull(extractions.deletedAt)));
      return row === undefined ? null : toRecord(row);
    },
    async list(accountId, filter) {
      const { page, total } = extractionListQueries(db, accountId, filter);
      const [rows, counted] = await db.batch([page, total]);
      return listingOf(rows.map(toRecord), counted[0]?.total ?? 0, filter.limit);
    },
    async firstOf(accountId, jobIds) {
      return (await firstOfQuery(db, accountId, jobIds)).map(toRecord);
    },
    async corrections(accountId, extractionIds) {
      const rows = await db
        .select()
        .from(corrections)
        .where(and(isAmong(corrections.extractionId, extractionIds), eq(corrections.accountId, accountId)))
        .orderBy(asc(corrections.at), asc(corrections.field));
      const found = new Map<string, Correction[]>();
      for (const row of rows) found.set(row.extractionId, [...(found.get(row.extractionId) ?? []), toCorrection(row)]);
      return found;
    },
    async correct(accountId, extractionId, given) {
      const rows = given.map(({ field, value, reason, at }) => ({
        extractionId,
        field,
        accountId,
        value: JSON.stringify(value),
        reason,
        at,
      }));
      const [first, ...more] = inChunks(rows, CORRECTIONS_PER_STATEMENT).map((chunk) =>
        db
          .insert(corrections)
          .values(chunk)
          .onConflictDoUpdate({
            target: [corrections.extractionId, corrections.field],
            set: { value: sql`excluded.value`, reason: sql`excluded.reason`, at: sql`excluded.at` },
            setWhere: sql`excluded.at >= ${corrections.at}`,
          }),
      );
      if (first !== undefined) await db.batch([first, ...more]);
    },
  };
}

/** What other operations leave of a document is no extraction. */
export const asksForFields = gt(extractions.fieldCount, 0);

/** The two statements of a list: one page and one row more; all that match. */
function extractionListQueries(db: DrizzleD1Database, accountId: string, filter: ExtractionFilter) {
  const matching: SQL[] = [eq(extractions.accountId, accountId), isNull(extractions.deletedAt), asksForFields];
  if (filter.documentId !== null) matching.push(eq(extractions.documentId, filter.documentId));
  if (filter.schemaId !== null) matching.push(eq(extractions.schemaId, filter.schemaId));
  if (filter.agentId !== undefined)
    matching.push(filter.agentId === null ? isNull(extractions.agentId) : eq(extractions.agentId, filter.agentId));
  if (filter.origin !== undefined) matching.push(eq(extractions.origin, filter.origin));
  if (filter.outcomes !== null) matching.push(inArray(extractions.outcome, [...filter.outcomes]));
  return {
    page: db
      .select()
      .from(extractions)
      .where(and(...matching, behind(extractions, filter)))
      .orderBy(...inOrder(extractions, filter))
      .limit(filter.limit + 1)
      .offset(filter.offset),
    total: db
      .select({ total: count() })
      .from(extractions)
      .where(and(...matching)),
  };
}

const firstOfQuery = (db: DrizzleD1Database, accountId: string, jobIds: readonly string[]) =>
  db
    .select()
    .from(extractions)
    .where(
      and(
        isAmong(extractions.jobId, jobIds),
        eq(extractions.index, 0),
        ownedBy(extractions.accountId, accountId, jobIds),
        isNull(extractions.deletedAt),
      ),
    );

function toRecord({
  problemCode,
  problemMessage,
  revision: _r,
  extension: _e,
  deletedAt: _d,
  ...row
}: Row): ExtractionRecord {
  return {
    ...row,
    outcome: storedOutcome(row.outcome),
    phase: storedPhase(row.phase),
    problem: toProblem(problemCode, problemMessage),
  };
}

const toCorrection = (row: typeof corrections.$inferSelect): Correction => ({
  field: row.field,
  value: storedValue(row.value),
  reason: row.reason,
  at: row.at,
});

/** Written only by the projection, from an `Outcome`. */
const storedOutcome = (text: string): Outcome => text as Outcome;
/** Written only by the projection, from a `Phase`. */
const storedPhase = (text: string | null): Phase | null => text as Phase | null;
/** Written only by `correct`. */
const storedValue = (text: string): JsonValue => JSON.parse(text) as JsonValue;
