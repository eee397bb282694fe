/**
 * What is queried. Bodies (documents, requests, results) are in R2; rows stay small, because storage is the first wall
 * of a D1 database. Every table says whose a row is. Times are epoch milliseconds.
 */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

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
