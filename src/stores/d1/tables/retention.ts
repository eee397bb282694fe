import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Accounts that are being deleted. */
export const accountDeletions = sqliteTable('account_deletions', {
  accountId: text('account_id').primaryKey(),
  startedAt: integer('started_at').notNull(),
  /** When something of it was last found. */
  foundAt: integer('found_at').notNull(),
});

/** Removals of bytes whose document was deleted, for as long as these may still be there. */
export const contentRemovals = sqliteTable(
  'content_removals',
  {
    accountId: text('account_id').notNull(),
    sha256: text('sha256').notNull(),
    id: text('id').notNull(),
    startedAt: integer('started_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    index('content_removals_by_time').on(table.startedAt),
  ],
);

/** How far a walk that goes on from sweep to sweep has come. Of no account. */
export const walks = sqliteTable('walks', {
  name: text('name').primaryKey(),
  /** Where it goes on. */
  position: text('position').notNull(),
  at: integer('at').notNull(),
});
