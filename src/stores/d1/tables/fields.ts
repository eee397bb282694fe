import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

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
