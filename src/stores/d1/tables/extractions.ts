import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

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
    // They end in what tells the rows that are no part of a list, so that those of a list are counted without being looked up.
    index('extractions_by_agent').on(table.accountId, table.agentId, table.createdAt, table.id, ...unlisted(table)),
    index('extractions_by_time').on(table.accountId, table.createdAt, table.id, ...unlisted(table)),
    index('extractions_by_document').on(
      table.accountId,
      table.documentId,
      table.createdAt,
      table.id,
      ...unlisted(table),
    ),
    index('extractions_by_schema').on(table.accountId, table.schemaId, table.createdAt, table.id, ...unlisted(table)),
    uniqueIndex('extractions_by_job').on(table.jobId, table.index),
  ],
);

/** Deleted rows, and those of operations that ask for no fields. */
function unlisted<Deleted, Fields>(table: { readonly deletedAt: Deleted; readonly fieldCount: Fields }) {
  return [table.deletedAt, table.fieldCount] as const;
}

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
