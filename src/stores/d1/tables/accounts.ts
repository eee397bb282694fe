/**
 * What is queried. Bodies (documents, requests, results) are in R2; rows stay small, because storage is the first wall
 * of a D1 database. Every table says whose a row is. Times are epoch milliseconds.
 */
import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { AUDIT_ACTIONS } from '../../../jobs/audit';

export const accounts = sqliteTable('accounts', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  createdAt: integer('created_at').notNull(),
});

/** A row for each secret: a key that was rotated has several, of which the last one is the key. */
export const apiKeys = sqliteTable(
  'api_keys',
  {
    /** SHA-256 of the key, hex: the key itself is stored nowhere. */
    sha256: text('sha256').primaryKey(),
    id: text('id').notNull(),
    accountId: text('account_id').notNull(),
    createdAt: integer('created_at').notNull(),
    revokedAt: integer('revoked_at'),
    name: text('name').notNull().default(''),
    /** Words with blanks between them. Keys that are older than scopes may do everything. */
    scopes: text('scopes').notNull().default('read write extract admin'),
    /** The first characters of the key; null: it was made elsewhere. */
    prefix: text('prefix'),
    expiresAt: integer('expires_at'),
    lastUsedAt: integer('last_used_at'),
    /** When this secret took the place of another one. */
    rotatedAt: integer('rotated_at'),
    /** When another secret took its place. */
    replacedAt: integer('replaced_at'),
  },
  (table) => [
    index('api_keys_by_time').on(table.accountId, table.createdAt, table.id).where(sql`${table.replacedAt} is null`),
    index('api_keys_by_id').on(table.accountId, table.id),
  ],
);

export const auditEntries = sqliteTable(
  'audit_entries',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    action: text('action', { enum: AUDIT_ACTIONS }).notNull(),
    subjectId: text('subject_id').notNull(),
    keyId: text('key_id'),
    requestId: text('request_id'),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [index('audit_entries_by_time').on(table.accountId, table.createdAt, table.id)],
);
