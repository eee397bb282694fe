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
    /** The SHA-256 of a shared document; null for one that stands for itself, whatever its content. */
    sharedContent: text('shared_content'),
    externalId: text('external_id'),
    purpose: text('purpose'),
    sourceId: text('source_id'),
    batchId: text('batch_id'),
    /** JSON text. */
    metadata: text('metadata'),
  },
  (table) => [
    uniqueIndex('documents_by_shared_content').on(table.accountId, table.sharedContent),
    index('documents_by_content').on(table.accountId, table.sha256),
    index('documents_by_name').on(table.accountId, table.filename, table.createdAt, table.id),
    index('documents_by_id').on(table.accountId, table.id),
    index('documents_by_external_id').on(table.accountId, table.externalId, table.createdAt, table.id),
    index('documents_by_source').on(table.accountId, table.sourceId, table.createdAt, table.id),
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
    index('schemas_by_short_id').on(table.accountId, table.shortId, table.createdAt),
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
    agentId: text('agent_id'),
    projectId: text('project_id'),
    model: text('model'),
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
  ],
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
    agentId: text('agent_id'),
    origin: text('origin', { enum: ['api', 'dashboard'] })
      .notNull()
      .default('api'),
    /** Ending of the filename, lower case, without the dot; empty: none. */
    extension: text('extension').notNull().default(''),
    deletedAt: integer('deleted_at'),
  },
  (table) => [
    // They end in what tells a deleted row, so that the rows of a list are counted without being looked up.
    index('extractions_by_agent').on(table.accountId, table.agentId, table.createdAt, table.id, table.deletedAt),
    index('extractions_by_time').on(table.accountId, table.createdAt, table.id, table.deletedAt),
    index('extractions_by_document').on(table.accountId, table.documentId, table.createdAt, table.id, table.deletedAt),
    index('extractions_by_schema').on(table.accountId, table.schemaId, table.createdAt, table.id, table.deletedAt),
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
    index('request_claims_by_job').on(table.accountId, table.jobId),
  ],
);

/** A name, a shape and a way of reading, stored to be used again. */
export const agents = sqliteTable(
  'agents',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    family: text('family').notNull(),
    name: text('name').notNull(),
    /** Normalised JSON Schema. */
    definition: text('definition').notNull(),
    /** JSON text of `ExtractOptions`. */
    options: text('options').notNull(),
    priority: text('priority', { enum: ['normal', 'high'] }).notNull(),
    /** JSON text of `AskedAs`. */
    asked: text('asked').notNull(),
    version: integer('version').notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [
    uniqueIndex('agents_by_name').on(table.accountId, table.family, table.name),
    index('agents_by_time').on(table.accountId, table.family, table.createdAt, table.id),
  ],
);

/** Secret tokens that stand for one act on one document. */
export const grants = sqliteTable(
  'grants',
  {
    /** SHA-256 of the token, hex: the token itself is stored nowhere. */
    tokenSha256: text('token_sha256').primaryKey(),
    accountId: text('account_id').notNull(),
    kind: text('kind', { enum: ['download', 'upload'] }).notNull(),
    documentId: text('document_id').notNull(),
    filename: text('filename').notNull(),
    externalId: text('external_id'),
    purpose: text('purpose'),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  (table) => [
    index('grants_by_document').on(table.accountId, table.documentId),
    index('grants_by_expiry').on(table.expiresAt),
  ],
);

export const sources = sqliteTable(
  'sources',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    name: text('name').notNull(),
    type: text('type').notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [index('sources_by_time').on(table.accountId, table.createdAt, table.id)],
);

/** Where accounts want to be told what happens. */
export const webhooks = sqliteTable(
  'webhooks',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    family: text('family').notNull(),
    url: text('url').notNull(),
    /** JSON text: a list of words. */
    events: text('events').notNull(),
    secret: text('secret'),
    /** JSON text: names and values. */
    headers: text('headers').notNull(),
    sourceId: text('source_id'),
    isActive: integer('is_active', { mode: 'boolean' }).notNull(),
    /** JSON text of `AskedAs`. */
    asked: text('asked').notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [index('webhooks_by_time').on(table.accountId, table.family, table.createdAt, table.id)],
);

/** The fields of all schemas of an account that some extraction has asked for. */
export const fields = sqliteTable(
  'fields',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    canonicalName: text('canonical_name').notNull(),
    title: text('title').notNull(),
    type: text('type').notNull(),
    description: text('description').notNull(),
    group: text('group'),
    /** Documents in which it has a value; kept by triggers (see the migration). */
    occurrences: integer('occurrences').notNull().default(0),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [
    uniqueIndex('fields_by_name').on(table.accountId, table.canonicalName),
    index('fields_by_time').on(table.accountId, table.createdAt, table.id),
  ],
);

/** What each document has for each field now; it goes with its document, and with the job that read it (by triggers). */
export const fieldValues = sqliteTable(
  'field_values',
  {
    fieldId: text('field_id').notNull(),
    documentId: text('document_id').notNull(),
    accountId: text('account_id').notNull(),
    extractionId: text('extraction_id').notNull(),
    /** null: asked for and not there. */
    text: text('text'),
    number: real('number'),
    time: integer('time'),
    /** When the extraction was made; an older one does not replace a newer one's value. */
    at: integer('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.fieldId, table.documentId] }),
    index('field_values_by_time').on(table.fieldId, table.at, table.documentId),
    index('field_values_by_document').on(table.accountId, table.documentId),
  ],
);
