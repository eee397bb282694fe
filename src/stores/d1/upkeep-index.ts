import { and, eq, sql } from 'drizzle-orm';
import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1';
import type { UpkeepIndex } from '../../jobs/retention/retention-ports';
import { grants } from './tables/documents';
import { extractions } from './tables/extractions';
import { jobs, requestClaims } from './tables/jobs';
import { contentRemovals, walks } from './tables/retention';

/** The walk through the bucket. */
const BUCKET = 'bucket';

/** What is asked of rows by whoever clears away. Each thing is looked up together with its account. */
export function createD1UpkeepIndex(d1: D1Database): UpkeepIndex {
  const db = drizzle(d1);
  /** Those of the pairs for which the query gives their position. */
  const among = async <Item>(query: string, items: readonly Item[], pairs: readonly (readonly [string, string])[]) => {
    const { results } = await d1.prepare(query).bind(JSON.stringify(pairs)).all<{ position: number }>();
    return results.flatMap(({ position }) => items[position] ?? []);
  };
  return {
    withoutDocument: (contents) =>
      among(
        WITHOUT_DOCUMENT,
        contents,
        contents.map(({ accountId, sha256 }) => [accountId, sha256]),
      ),
    notKept: (refs) =>
      among(
        NOT_KEPT,
        refs,
        refs.map(({ accountId, jobId }) => [accountId, jobId]),
      ),
    async clearRunOut(now, limit) {
      await db.batch([runOutQuery(db, requestClaims, now, limit), runOutQuery(db, grants, now, limit)]);
    },
    async forgetDeletedJobs(before, limit) {
      const gone = sql`select ${jobs.id} from ${jobs} where ${jobs.deletedAt} < ${before} order by ${jobs.deletedAt} limit ${limit}`;
      await db.batch([
        db.delete(extractions).where(sql`${extractions.jobId} in (${gone})`),
        db.delete(jobs).where(sql`${jobs.id} in (${gone})`),
      ]);
    },
    async noteRemoval(removal, startedAt) {
      await db
        .insert(contentRemovals)
        .values({ ...removal, startedAt })
        .onConflictDoNothing();
    },
    async forgetRemoval({ accountId, id }) {
      await db.delete(contentRemovals).where(and(eq(contentRemovals.accountId, accountId), eq(contentRemovals.id, id)));
    },
    removalsBefore: (before, limit) =>
      db
        .select({ accountId: contentRemovals.accountId, sha256: contentRemovals.sha256, id: contentRemovals.id })
        .from(contentRemovals)
        .where(sql`${contentRemovals.startedAt} < ${before}`)
        .orderBy(contentRemovals.startedAt)
        .limit(limit),
    async walkedTo() {
      const [row] = await db.select({ position: walks.position }).from(walks).where(eq(walks.name, BUCKET));
      return row?.position ?? null;
    },
    async noteWalkedTo(position, at) {
      if (position === null) await db.delete(walks).where(eq(walks.name, BUCKET));
      else
        await db
          .insert(walks)
          .values({ name: BUCKET, position, at })
          .onConflictDoUpdate({ target: walks.name, set: { position, at } });
    },
  };
}

const WITHOUT_DOCUMENT = `SELECT asked.key AS position FROM json_each(?1) AS asked WHERE NOT EXISTS
  (SELECT 1 FROM documents WHERE account_id = asked.value ->> 0 AND sha256 = asked.value ->> 1)`;

const NOT_KEPT = `SELECT asked.key AS position FROM json_each(?1) AS asked WHERE NOT EXISTS
  (SELECT 1 FROM jobs WHERE id = asked.value ->> 1 AND account_id = asked.value ->> 0
    AND deleted_at IS NULL AND status <> 'expired')`;

const runOutQuery = (db: DrizzleD1Database, table: typeof requestClaims | typeof grants, now: number, limit: number) =>
  db
    .delete(table)
    .where(
      sql`rowid in (select rowid from ${table} where ${table.expiresAt} < ${now} order by ${table.expiresAt} limit ${limit})`,
    );
