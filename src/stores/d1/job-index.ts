import { and, eq, inArray, sql } from 'drizzle-orm';
import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1';
import type { JobStatus, JobSummary, Operation, Phase } from '../../jobs/job';
import type { JobIndex } from '../../jobs/ports';
import type { JobFilter } from '../../jobs/records';
import { behind, inOrder, listingOf } from './keyset';
import { toProblem } from './problem';
import { projectRows } from './project-documents';
import { jobCounts, jobs } from './tables';

type Row = typeof jobs.$inferSelect;

/** The projection of jobs. A revision guards every write, so that late and repeated ones change nothing. */
export function createD1JobIndex(d1: D1Database): JobIndex {
  const db = drizzle(d1);
  return {
    async project(summary, extractions) {
      const row = toRow(summary);
      const { id: _id, accountId: _accountId, ...changing } = row;
      const upsert = db
        .insert(jobs)
        .values(row)
        .onConflictDoUpdate({ target: jobs.id, set: changing, setWhere: sql`excluded.revision > ${jobs.revision}` })
        .toSQL();
      await d1.batch([
        d1.prepare(upsert.sql).bind(...upsert.params),
        ...projectRows(d1, extractions, summary.revision),
      ]);
    },

    async get(accountId, jobId) {
      const [row] = await db
        .select()
        .from(jobs)
        .where(and(eq(jobs.accountId, accountId), eq(jobs.id, jobId)));
      return row === undefined ? null : toSummary(row);
    },

    async list(accountId, filter) {
      const { page, total } = jobListQueries(db, accountId, filter);
      const [rows, counted] = await db.batch([page, total]);
      return listingOf(rows.map(toSummary), counted[0]?.total ?? 0, filter.limit);
    },
  };
}

/** The page (one row more than asked for, to know whether another follows) and the number of all that match. */
export function jobListQueries(db: DrizzleD1Database, accountId: string, filter: JobFilter) {
  const inStatuses = filter.statuses === null ? undefined : [...filter.statuses];
  const page = db
    .select()
    .from(jobs)
    .where(and(eq(jobs.accountId, accountId), inStatuses && inArray(jobs.status, inStatuses), behind(jobs, filter)))
    .orderBy(...inOrder(jobs, filter))
    .limit(filter.limit + 1)
    .offset(filter.offset);
  const total = db
    .select({ total: sql<number>`coalesce(sum(${jobCounts.jobs}), 0)` })
    .from(jobCounts)
    .where(and(eq(jobCounts.accountId, accountId), inStatuses && inArray(jobCounts.status, inStatuses)));
  return { page, total };
}

const toRow = ({ problem, ...summary }: JobSummary): Row => ({
  ...summary,
  problemCode: problem?.code ?? null,
  problemMessage: problem?.message ?? null,
});

/** Rows are written by `toRow` alone, so their words are the core's. */
const toSummary = ({ problemCode, problemMessage, ...row }: Row): JobSummary => ({
  ...row,
  operation: row.operation as Operation,
  status: row.status as JobStatus,
  phase: row.phase as Phase | null,
  problem: toProblem(problemCode, problemMessage),
});
