import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

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
