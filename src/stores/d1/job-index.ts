import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { JobErrorCode } from '../../jobs/errors';
import type { JobStatus, JobSummary, Operation, Phase } from '../../jobs/job';
import type { JobIndex } from '../../jobs/ports';
import { projectDocuments, projectExtractions } from './project-documents';
import { jobCounts, jobs } from './tables';

type JobRow = typeof jobs.$inferSelect;

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
        .onConflictDoUpdate({ target: jobs.id, set: changing, setWhere: sql`excluded.revision > ${jobs.revision}` });
      if (extractions.length === 0) await upsert;
      else
        await db.batch([
          upsert,
          db.run(projectExtractions(extractions, summary.revision)),
          db.run(projectDocuments(extractions)),
        ]);
    },

    async get(accountId, jobId) {
      const [row] = await db
        .select()
        .from(jobs)
        .where(and(eq(jobs.accountId, accountId), eq(jobs.id, jobId)));
      return row ? fromRow(row) : null;
    },

    async list(accountId, { limit, after, order, offset, statuses }) {
      const conditions: (SQL | undefined)[] = [
        eq(jobs.accountId, accountId),
        statuses === null ? undefined : inArray(jobs.status, [...statuses]),
        after === null
          ? undefined
          : sql`(${jobs.createdAt}, ${jobs.id}) ${sql.raw(order === 'desc' ? '<' : '>')} (${after.createdAt}, ${after.id})`,
      ];
      const direction = order === 'desc' ? desc : asc;
      const [rows, counts] = await db.batch([
        db
          .select()
          .from(jobs)
          .where(and(...conditions))
          .orderBy(direction(jobs.createdAt), direction(jobs.id))
          .limit(limit + 1)
          .offset(offset),
        db
          .select({ total: sql<number>`coalesce(sum(${jobCounts.jobs}), 0)` })
          .from(jobCounts)
          .where(
            and(
              eq(jobCounts.accountId, accountId),
              statuses === null ? undefined : inArray(jobCounts.status, [...statuses]),
            ),
          ),
      ]);
      const items = rows.slice(0, limit).map(fromRow);
      const last = items.at(-1);
      return {
        items,
        total: counts[0]?.total ?? 0,
        next: rows.length > limit && last ? { createdAt: last.createdAt, id: last.id } : null,
      };
    },
  };
}

const toRow = ({ problem, ...summary }: JobSummary): JobRow => ({
  ...summary,
  problemCode: problem?.code ?? null,
  problemMessage: problem?.message ?? null,
});

/** Rows are written by `toRow` alone, so their words are the core's. */
const fromRow = ({ problemCode, problemMessage, ...row }: JobRow): JobSummary => ({
  ...row,
  operation: row.operation as Operation,
  status: row.status as JobStatus,
  phase: row.phase as Phase | null,
  problem: problemCode === null ? null : { code: problemCode as JobErrorCode, message: problemMessage ?? '' },
});
