import { and, asc, count, eq, inArray } from 'drizzle-orm';
import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1';
import type { WebhookIndex } from '../../jobs/index-ports';
import type { Labels } from '../../jobs/job';
import { LIMITS } from '../../jobs/limits';
import type { ListWindow } from '../../jobs/records';
import type { AskedAs } from '../../jobs/request';
import type { WebhookRecord } from '../../jobs/webhook';
import { behind, inOrder, pageOf } from './keyset';
import { webhooks } from './tables/webhooks';

type Row = typeof webhooks.$inferSelect;

/** Where accounts want to be told what happens, in D1. Sends nothing. */
export function createD1WebhookIndex(d1: D1Database): WebhookIndex {
  const db = drizzle(d1);
  const owned = (accountId: string, family: string | null, id: string) =>
    and(
      eq(webhooks.accountId, accountId),
      family === null ? undefined : eq(webhooks.family, family),
      eq(webhooks.id, id),
    );
  return {
    async add(record) {
      await db.insert(webhooks).values(toRow(record)).onConflictDoNothing();
    },
    async get(accountId, family, id) {
      const [row] = await db
        .select()
        .from(webhooks)
        .where(owned(accountId, family, id));
      return row === undefined ? null : toRecord(row);
    },
    async list(accountId, family, window) {
      const { page, total } = webhookListQueries(db, accountId, family, window);
      const [rows, counted] = await db.batch([page, total]);
      return { ...pageOf(rows.map(toRecord), window), total: counted[0]?.total ?? 0 };
    },
    async listening(accountId, families) {
      return (await listeningWebhooksQuery(db, accountId, families)).map(toRecord);
    },
    async update({ id, accountId, family, ...change }) {
      const [row] = await db
        .update(webhooks)
        .set(toColumns(change))
        .where(owned(accountId, family, id))
        .returning();
      return row === undefined ? null : toRecord(row);
    },
    async disable(accountId, family, id, { at, reason }) {
      const switched = await db
        .update(webhooks)
        .set({ isActive: false, disabledAt: at, disabledReason: reason, updatedAt: at })
        .where(and(owned(accountId, family, id), eq(webhooks.isActive, true)))
        .returning({ id: webhooks.id });
      return switched.length > 0;
    },
    async remove(accountId, family, id) {
      const removed = await db
        .delete(webhooks)
        .where(owned(accountId, family, id))
        .returning({ id: webhooks.id });
      return removed.length > 0;
    },
  };
}

/** The two statements of a list: one page and one row more; all that match. */
export function webhookListQueries(db: DrizzleD1Database, accountId: string, family: string, window: ListWindow) {
  const owned = and(eq(webhooks.accountId, accountId), eq(webhooks.family, family));
  return {
    page: db
      .select()
      .from(webhooks)
      .where(and(owned, behind(webhooks, window)))
      .orderBy(...inOrder(webhooks, window))
      .limit(window.limit + 1)
      .offset(window.offset),
    total: db.select({ total: count() }).from(webhooks).where(owned),
  };
}

export const listeningWebhooksQuery = (db: DrizzleD1Database, accountId: string, families: readonly string[]) =>
  db
    .select()
    .from(webhooks)
    .where(and(eq(webhooks.accountId, accountId), inArray(webhooks.family, [...families]), eq(webhooks.isActive, true)))
    .orderBy(asc(webhooks.family), asc(webhooks.createdAt), asc(webhooks.id))
    .limit(LIMITS.webhooksListening.most);

const toRow = ({ events, headers, asked, disabled, ...record }: WebhookRecord): Row => ({
  ...record,
  disabledAt: disabled?.at ?? null,
  disabledReason: disabled?.reason ?? null,
  events: JSON.stringify(events),
  headers: JSON.stringify(headers),
  asked: JSON.stringify(asked),
});

const toColumns = ({ events, headers, asked, disabled, ...plain }: Partial<WebhookRecord>): Partial<Row> => ({
  ...plain,
  ...(events && { events: JSON.stringify(events) }),
  ...(headers && { headers: JSON.stringify(headers) }),
  ...(asked && { asked: JSON.stringify(asked) }),
  ...(disabled !== undefined && { disabledAt: disabled?.at ?? null, disabledReason: disabled?.reason ?? null }),
});

/** Written only by these two, so the shapes are known. */
const toRecord = ({ events, headers, asked, disabledAt, disabledReason, ...row }: Row): WebhookRecord => ({
  ...row,
  disabled: disabledAt === null ? null : { at: disabledAt, reason: disabledReason ?? '' },
  events: JSON.parse(events) as readonly string[],
  headers: JSON.parse(headers) as Labels,
  asked: JSON.parse(asked) as AskedAs,
});
