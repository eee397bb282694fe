import { and, count, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1';
import type { AnnouncementKind } from '../../jobs/webhooks/announcement';
import type { DeliveryRecord, DeliveryStatus, DeliveryTry } from '../../jobs/webhooks/delivery';
import type { DeliveryFilter, DeliveryLog } from '../../jobs/webhooks/delivery-log';
import { inChunks } from './in-chunks';
import { behind, inOrder, listingOf } from './keyset';
import { deliveries } from './tables/deliveries';

type Row = typeof deliveries.$inferSelect;

/** Rows of one statement: D1 allows a hundred bound parameters, and a row has seventeen. */
const ROWS_PER_STATEMENT = 5;

/** The rest of a delivery is the same for ever. */
const CHANGING = {
  url: sql`excluded.url`,
  status: sql`excluded.status`,
  tries: sql`excluded.tries`,
  latest: sql`excluded.latest`,
  nextAt: sql`excluded.next_at`,
  endedAt: sql`excluded.ended_at`,
  revision: sql`excluded.revision`,
};

/** What was sent, in D1. */
export function createD1DeliveryLog(d1: D1Database): DeliveryLog {
  const db = drizzle(d1);
  return {
    async put(records) {
      const [first, ...others] = inChunks(records.map(toRow), ROWS_PER_STATEMENT).map((rows) => putQuery(db, rows));
      if (first !== undefined) await db.batch([first, ...others]);
    },
    async get(accountId, id) {
      const [row] = await db
        .select()
        .from(deliveries)
        .where(and(eq(deliveries.accountId, accountId), eq(deliveries.id, id)));
      return row === undefined ? null : toRecord(row);
    },
    async list(accountId, filter) {
      const matching = and(eq(deliveries.accountId, accountId), ...conditions(filter));
      const [rows, counted] = await db.batch([
        db
          .select()
          .from(deliveries)
          .where(and(matching, behind(deliveries, filter)))
          .orderBy(...inOrder(deliveries, filter))
          .limit(filter.limit + 1)
          .offset(filter.offset),
        db.select({ total: count() }).from(deliveries).where(matching),
      ]);
      return listingOf(rows.map(toRecord), counted[0]?.total ?? 0, filter.limit);
    },
    async prune(before, limit) {
      const { meta } = await pruneQuery(db, before, limit);
      return meta.changes;
    },
  };
}

const putQuery = (db: DrizzleD1Database, rows: Row[]) =>
  db
    .insert(deliveries)
    .values(rows)
    .onConflictDoUpdate({
      target: deliveries.id,
      set: CHANGING,
      setWhere: sql`account_id = excluded.account_id and ${deliveries.revision} < excluded.revision`,
    });

function conditions({ webhookId, jobId, statuses, kinds }: DeliveryFilter): SQL[] {
  const found: SQL[] = [];
  if (webhookId !== null) found.push(eq(deliveries.webhookId, webhookId));
  if (jobId !== null) found.push(eq(deliveries.jobId, jobId));
  if (statuses !== null) found.push(inArray(deliveries.status, [...statuses]));
  if (kinds !== null) found.push(inArray(deliveries.kind, [...kinds]));
  return found;
}

/** Goes from account to account, so that the index by time answers for each. */
export const pruneQuery = (db: DrizzleD1Database, before: number, limit: number) =>
  db.delete(deliveries).where(
    sql`${deliveries.id} in (
      with recursive account(id) as (
        select min(account_id) from deliveries
        union all
        select (select min(account_id) from deliveries where account_id > account.id) from account where account.id is not null
      )
      select old.id from account cross join deliveries as old
      where old.account_id = account.id and old.created_at < ${before} limit ${limit}
    )`,
  );

const toRow = ({ latest, ...record }: DeliveryRecord): Row => ({ ...record, latest: JSON.stringify(latest) });

/** Written only by `toRow`, so the words and the shape are known. */
const toRecord = ({ latest, kind, status, ...row }: Row): DeliveryRecord => ({
  ...row,
  kind: kind as AnnouncementKind,
  status: status as DeliveryStatus,
  latest: JSON.parse(latest) as readonly DeliveryTry[],
});
