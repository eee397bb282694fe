import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1';
import { NO_TRAITS } from '../../jobs/create-job';
import type { JobIndex, JobPage } from '../../jobs/index-ports';
import type { JobStatus, JobSummary, Labels, Operation, Phase } from '../../jobs/job';
import type { JobFilter } from '../../jobs/job-filter';
import type { Cursor } from '../../jobs/records';
import { jobConditions } from './job-conditions';
import { behind, inOrder, pageOf, turned } from './keyset';
import { toProblem } from './problem';
import { projectRows } from './project-documents';
import { corrections, extractions } from './tables/extractions';
import { jobCounts, jobLabels, jobs } from './tables/jobs';

type Row = typeof jobs.$inferSelect;

/** Rows looked at in one statement when a test runs outside SQL. */
const LOOKED_AT_ONCE = 200;

/** The projection of jobs. A revision guards every write, so that late and repeated ones change nothing. */
export function createD1JobIndex(d1: D1Database): JobIndex {
  const db = drizzle(d1);
  return {
    async project(summary, rows) {
      const row = toRow(summary);
      const { id: _id, accountId: _accountId, ...changing } = row;
      const upsert = db
        .insert(jobs)
        .values(row)
        .onConflictDoUpdate({ target: jobs.id, set: changing, setWhere: sql`excluded.revision > ${jobs.revision}` });
      const statements = [upsert, ...goneQueries(db, summary)].map((query) => {
        const { sql: text, params } = query.toSQL();
        return d1.prepare(text).bind(...params);
      });
      const [first, ...rest] = statements;
      if (first) await d1.batch([first, labelRows(d1, summary), ...projectRows(d1, summary, rows), ...rest]);
    },

    async get(accountId, jobId) {
      const [row] = await db
        .select()
        .from(jobs)
        .where(and(eq(jobs.accountId, accountId), eq(jobs.id, jobId), isNull(jobs.deletedAt)));
      return row === undefined ? null : toSummary(row);
    },

    async list(accountId, filter) {
      const { filenameMatches } = filter;
      if (filenameMatches !== undefined) return lookThrough(db, accountId, filter, filenameMatches);
      const rows = await jobListQuery(db, accountId, filter);
      return pageOf(rows.map(toSummary), filter);
    },

    async count(accountId, statuses) {
      const [counted] = await jobCountQuery(db, accountId, statuses);
      return counted?.total ?? 0;
    },
  };
}

/** The page, and one row more than asked for, to know whether another follows. */
function jobListQuery(db: DrizzleD1Database, accountId: string, filter: JobFilter) {
  return db
    .select()
    .from(jobs)
    .where(and(...jobConditions(accountId, filter), behind(jobs, filter)))
    .orderBy(...inOrder(jobs, filter))
    .limit(filter.limit + 1)
    .offset(filter.offset);
}

/** Counters kept by trigger. */
const jobCountQuery = (db: DrizzleD1Database, accountId: string, statuses: readonly JobStatus[] | null) =>
  db
    .select({ total: sql<number>`coalesce(sum(${jobCounts.jobs}), 0)` })
    .from(jobCounts)
    .where(and(eq(jobCounts.accountId, accountId), statuses ? inArray(jobCounts.status, [...statuses]) : undefined));

/** A page of the jobs one of whose filenames passes the test: rows are looked at in order until the page is full. */
async function lookThrough(
  db: DrizzleD1Database,
  accountId: string,
  filter: JobFilter,
  matches: (filename: string) => boolean,
): Promise<JobPage> {
  const found: JobSummary[] = [];
  const { direction, start } = turned(filter);
  for (let from: Cursor | null = start; found.length <= filter.limit; ) {
    const window = { ...filter, ...direction(from), limit: LOOKED_AT_ONCE - 1, offset: 0 };
    const rows = await filenamesQuery(db, accountId, window);
    for (const { row, filenames } of rows)
      if ((JSON.parse(filenames) as string[]).some(matches)) found.push(toSummary(row));
    const last = rows.at(-1)?.row;
    if (last === undefined || rows.length < LOOKED_AT_ONCE) break;
    from = { createdAt: last.createdAt, id: last.id };
  }
  return pageOf(found.slice(0, filter.limit + 1), filter);
}

function filenamesQuery(db: DrizzleD1Database, accountId: string, filter: JobFilter) {
  return db
    .select({
      row: jobs,
      // Written out: a column in a field of a statement over one table is named without its table, and so is the inner one's.
      filenames: sql<string>`(select json_group_array(${extractions.filename}) from ${extractions} where ${extractions.jobId} = "jobs"."id")`,
    })
    .from(jobs)
    .where(and(...jobConditions(accountId, filter), behind(jobs, filter)))
    .orderBy(...inOrder(jobs, filter))
    .limit(filter.limit + 1);
}

/** As JSON text, since a statement has at most 100 bound parameters. */
const labelRows = (d1: D1Database, { id, accountId, labels }: JobSummary): D1PreparedStatement =>
  d1
    .prepare(
      `INSERT INTO job_labels (job_id, name, account_id, value) SELECT ?1, key, ?2, value FROM json_each(?3)
       WHERE (SELECT deleted_at FROM jobs WHERE id = ?1) IS NULL ON CONFLICT DO NOTHING`,
    )
    .bind(id, accountId, JSON.stringify(labels));

/** A deleted job takes its rows along; that they are deleted is said first, for the triggers. */
const goneQueries = (db: DrizzleD1Database, { id, deletedAt }: JobSummary) =>
  deletedAt === null
    ? []
    : [
        db.update(extractions).set({ deletedAt }).where(eq(extractions.jobId, id)),
        db.delete(jobLabels).where(eq(jobLabels.jobId, id)),
        db
          .delete(corrections)
          .where(sql`${corrections.extractionId} in (select id from extractions where job_id = ${id})`),
        db.delete(extractions).where(eq(extractions.jobId, id)),
      ];

/** Of a deleted job no word of its caller's is kept. */
const toRow = (summary: JobSummary): Row => {
  const { problem, labels, ...told } = summary.deletedAt === null ? summary : withoutWords(summary);
  return {
    ...told,
    labels: JSON.stringify(labels),
    problemCode: problem?.code ?? null,
    problemMessage: problem?.message ?? null,
  };
};

const withoutWords = (summary: JobSummary): JobSummary => ({
  ...summary,
  ...NO_TRAITS,
  name: null,
  schemaName: null,
  problem: null,
});

/** Rows are written by `toRow` alone, so their words are the core's. */
const toSummary = ({ problemCode, problemMessage, ...row }: Row): JobSummary => ({
  ...row,
  operation: row.operation as Operation,
  status: row.status as JobStatus,
  phase: row.phase as Phase | null,
  labels: JSON.parse(row.labels) as Labels,
  expiresAt: row.expiresAt ?? row.createdAt,
  problem: toProblem(problemCode, problemMessage),
});
