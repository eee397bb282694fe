import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

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
    /** When it was switched off for us to send nothing more in vain; null: it was not. */
    disabledAt: integer('disabled_at'),
    disabledReason: text('disabled_reason'),
    /** JSON text of `AskedAs`. */
    asked: text('asked').notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [index('webhooks_by_time').on(table.accountId, table.family, table.createdAt, table.id)],
);
