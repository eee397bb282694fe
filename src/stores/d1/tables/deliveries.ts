import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What webhooks were sent, as their outboxes last told of it. */
export const deliveries = sqliteTable(
  'deliveries',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    announcementId: text('announcement_id').notNull(),
    destination: text('destination').notNull(),
    jobId: text('job_id'),
    kind: text('kind').notNull(),
    /** null: it came with a job. */
    webhookId: text('webhook_id'),
    family: text('family').notNull(),
    url: text('url').notNull(),
    eventType: text('event_type').notNull(),
    status: text('status').notNull(),
    tries: integer('tries').notNull(),
    /** JSON text: the newest tries. */
    latest: text('latest').notNull(),
    nextAt: integer('next_at'),
    createdAt: integer('created_at').notNull(),
    endedAt: integer('ended_at'),
    revision: integer('revision').notNull(),
  },
  (table) => [
    index('deliveries_by_time').on(table.accountId, table.createdAt, table.id),
    index('deliveries_by_webhook').on(table.accountId, table.webhookId, table.createdAt, table.id),
    index('deliveries_by_job').on(table.accountId, table.jobId, table.createdAt, table.id),
  ],
);

/** What signs for an account where a webhook has no secret of its own. */
export const signingSecrets = sqliteTable('signing_secrets', {
  accountId: text('account_id').primaryKey(),
  secret: text('secret').notNull(),
  createdAt: integer('created_at').notNull(),
});
