/**
 * What is queried. Bodies (documents, requests, results) are in R2; rows stay small, because storage is the first wall
 * of a D1 database. Every table says whose a row is. Times are epoch milliseconds.
 */
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

export const accounts = sqliteTable('accounts', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  createdAt: integer('created_at').notNull(),
});

export const apiKeys = sqliteTable('api_keys', {
  /** SHA-256 of the key, hex: the key itself is stored nowhere. */
  sha256: text('sha256').primaryKey(),
  id: text('id').notNull(),
  accountId: text('account_id').notNull(),
  createdAt: integer('created_at').notNull(),
  revokedAt: integer('revoked_at'),
});

export const documents = sqliteTable(
  'documents',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    filename: text('filename').notNull(),
    mediaType: text('media_type').notNull(),
    sizeBytes: integer('size_bytes').notNull(),
    sha256: text('sha256').notNull(),
    status: text('status', { enum: ['pending', 'processing', 'completed', 'error'] }).notNull(),
    pages: integer('pages'),
    language: text('language'),
    problemCode: text('problem_code'),
    problemMessage: text('problem_message'),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('documents_by_content').on(table.accountId, table.sha256),
    index('documents_by_time').on(table.accountId, table.createdAt, table.id),
    index('documents_by_status').on(table.accountId, table.status, table.createdAt, table.id),
  ],
);

export const schemas = sqliteTable(
  'schemas',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    shortId: text('short_id').notNull(),
    name: text('name').notNull(),
    description: text('description'),
    /** Normalised JSON Schema. */
    definition: text('definition').notNull(),
    fieldCount: integer('field_count').notNull(),
    version: integer('version').notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [
    index('schemas_by_time').on(table.accountId, table.createdAt, table.id),
    index('schemas_by_short_id').on(table.accountId, table.shortId),
  ],
);

/** Every version a schema has had, the current one included. */
export const schemaVersions = sqliteTable(
  'schema_versions',
  {
    schemaId: text('schema_id').notNull(),
    version: integer('version').notNull(),
    accountId: text('account_id').notNull(),
    definition: text('definition').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.schemaId, table.version] })],
);

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
  },
  (table) => [
    index('jobs_by_time').on(table.accountId, table.createdAt, table.id),
    index('jobs_by_status').on(table.accountId, table.status, table.createdAt, table.id),
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

/** One document's result in one job; projected like `jobs`. */
export const extractions = sqliteTable(
  'extractions',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    jobId: text('job_id').notNull(),
    index: integer('index').notNull(),
    documentId: text('document_id').notNull(),
    filename: text('filename').notNull(),
    schemaId: text('schema_id'),
    attempt: integer('attempt').notNull(),
    outcome: text('outcome').notNull(),
    phase: text('phase'),
    token: integer('token'),
    filledFields: integer('filled_fields').notNull(),
    fieldCount: integer('field_count').notNull(),
    confidence: real('confidence'),
    pages: integer('pages'),
    language: text('language'),
    problemCode: text('problem_code'),
    problemMessage: text('problem_message'),
    createdAt: integer('created_at').notNull(),
    endedAt: integer('ended_at'),
    revision: integer('revision').notNull(),
  },
  (table) => [
    index('extractions_by_time').on(table.accountId, table.createdAt, table.id),
    index('extractions_by_document').on(table.accountId, table.documentId, table.createdAt, table.id),
    index('extractions_by_schema').on(table.accountId, table.schemaId, table.createdAt, table.id),
    uniqueIndex('extractions_by_job').on(table.jobId, table.index),
  ],
);

/** What people corrected by hand; the newest per field stands. */
export const corrections = sqliteTable(
  'corrections',
  {
    extractionId: text('extraction_id').notNull(),
    field: text('field').notNull(),
    accountId: text('account_id').notNull(),
    /** JSON text. */
    value: text('value').notNull(),
    reason: text('reason'),
    at: integer('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.extractionId, table.field] })],
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
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.name] }),
    index('request_claims_by_expiry').on(table.expiresAt),
  ],
);
