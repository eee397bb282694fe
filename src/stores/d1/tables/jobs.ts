import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Projection of the gates' states: a row is never newer than its gate, and catches up by revision. */
export const jobs = sqliteTable(
  'jobs',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    operation: text('operation').notNull(),
    name: text('name'),
    schemaId: text('schema_id'),
    schemaName: text('schema_name'),
    status: text('status').notNull(),
    phase: text('phase'),
    progress: integer('progress').notNull(),
    attempt: integer('attempt').notNull(),
    documentCount: integer('document_count').notNull(),
    completedDocuments: integer('completed_documents').notNull(),
    failedDocuments: integer('failed_documents').notNull(),
    totalCells: integer('total_cells').notNull(),
    filledCells: integer('filled_cells').notNull(),
    problemCode: text('problem_code'),
    problemMessage: text('problem_message'),
    createdAt: integer('created_at').notNull(),
    startedAt: integer('started_at'),
    endedAt: integer('ended_at'),
    cancelledAt: integer('cancelled_at'),
    expiresAt: integer('expires_at'),
    estimatedEndAt: integer('estimated_end_at'),
    revision: integer('revision').notNull(),
    agentId: text('agent_id'),
    projectId: text('project_id'),
    model: text('model'),
    calledAs: text('called_as'),
    /** JSON text; `job_labels` holds the same for searching. */
    labels: text('labels').notNull().default('{}'),
    origin: text('origin', { enum: ['api', 'dashboard'] })
      .notNull()
      .default('api'),
    /** A deleted job keeps its row, so that a projection that comes late does not bring it back. */
    deletedAt: integer('deleted_at'),
  },
  (table) => [
    index('jobs_by_time').on(table.accountId, table.createdAt, table.id),
    index('jobs_by_status').on(table.accountId, table.status, table.createdAt, table.id),
    index('jobs_by_agent').on(table.accountId, table.agentId, table.createdAt, table.id),
    index('jobs_by_project').on(table.accountId, table.projectId, table.createdAt, table.id),
    index('jobs_deleted').on(table.deletedAt).where(sql`${table.deletedAt} is not null`),
  ],
);

/** How many jobs an account has in each status; kept by triggers (see the migration), so that a list need not count. */
export const jobCounts = sqliteTable(
  'job_counts',
  {
    accountId: text('account_id').notNull(),
    status: text('status').notNull(),
    jobs: integer('jobs').notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.status] })],
);

/** The labels of jobs, for searching. */
export const jobLabels = sqliteTable(
  'job_labels',
  {
    jobId: text('job_id').notNull(),
    name: text('name').notNull(),
    accountId: text('account_id').notNull(),
    value: text('value').notNull(),
  },
  (table) => [primaryKey({ columns: [table.jobId, table.name] })],
);

/** Idempotency keys and request fingerprints, with the job that answered. */
export const requestClaims = sqliteTable(
  'request_claims',
  {
    accountId: text('account_id').notNull(),
    name: text('name').notNull(),
    jobId: text('job_id').notNull(),
    fingerprint: text('fingerprint').notNull(),
    claimedAt: integer('claimed_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    /** Made by a request that says that it was sent before. */
    isResent: integer('is_resent', { mode: 'boolean' }).notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.name] }),
    index('request_claims_by_expiry').on(table.expiresAt),
    index('request_claims_by_job').on(table.accountId, table.jobId),
  ],
);
