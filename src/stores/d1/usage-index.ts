import { and, count, eq, gte, isNull, sql } from 'drizzle-orm';
import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1';
import type { UsageIndex } from '../../jobs/index-ports';
import type { EpochMs, Operation } from '../../jobs/job';
import { jobs } from './tables/jobs';

/** What the rows of jobs say was done. */
export function createD1UsageIndex(d1: D1Database): UsageIndex {
  const db = drizzle(d1);
  return {
    async since(accountId, from) {
      const rows = await usageQuery(db, accountId, from);
      return rows.map((row) => ({ ...row, operation: storedOperation(row.operation) }));
    },
  };
}

export const usageQuery = (db: DrizzleD1Database, accountId: string, from: EpochMs) =>
  db
    .select({
      operation: jobs.operation,
      jobs: count(),
      documents: sql<number>`sum(${jobs.documentCount})`,
    })
    .from(jobs)
    .where(and(eq(jobs.accountId, accountId), gte(jobs.createdAt, from), isNull(jobs.deletedAt)))
    .groupBy(jobs.operation);

/** Written only by the projection, from an `Operation`. */
const storedOperation = (text: string): Operation => text as Operation;
