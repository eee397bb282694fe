import { and, asc, eq, gt, isNull, ne } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import type { AccountDeletions } from '../../jobs/retention/retention-ports';
import { isAmong, ownedBy } from './among';
import { OWNED_TABLES } from './owned-tables';
import { accounts, apiKeys, auditEntries } from './tables/accounts';
import { deliveries } from './tables/deliveries';
import { grants } from './tables/documents';
import { jobs } from './tables/jobs';
import { accountDeletions } from './tables/retention';
import { webhooks } from './tables/webhooks';

/** Rows of one table read or deleted by one statement. */
const ROWS = 1_000;

/** Every table with what else must be true of a row that goes. */
const TABLES = OWNED_TABLES.map((table) => ({
  name: getTableConfig(table).name,
  also: table === jobs ? 'AND deleted_at IS NOT NULL' : '',
}));

/** Accounts on their way out, in D1. */
export function createD1AccountDeletions(d1: D1Database): AccountDeletions {
  const db = drizzle(d1);
  const noted = (accountId: string) => eq(accountDeletions.accountId, accountId);
  return {
    async begin(accountId, now) {
      await db.batch([
        db.insert(accountDeletions).values({ accountId, startedAt: now, foundAt: now }).onConflictDoNothing(),
        db
          .update(apiKeys)
          .set({ revokedAt: now })
          .where(and(eq(apiKeys.accountId, accountId), isNull(apiKeys.revokedAt))),
        db.delete(grants).where(eq(grants.accountId, accountId)),
        db.delete(webhooks).where(eq(webhooks.accountId, accountId)),
      ]);
    },
    async isUnderWay(accountId) {
      const rows = await db
        .select({ accountId: accountDeletions.accountId })
        .from(accountDeletions)
        .where(noted(accountId));
      return rows.length > 0;
    },
    underWay: (limit) =>
      db
        .select({ accountId: accountDeletions.accountId, foundAt: accountDeletions.foundAt })
        .from(accountDeletions)
        .orderBy(asc(accountDeletions.foundAt))
        .limit(limit),
    async destinationsOf(accountId, after) {
      const rows = await db
        .selectDistinct({ destination: deliveries.destination })
        .from(deliveries)
        .where(and(eq(deliveries.accountId, accountId), gt(deliveries.destination, after ?? '')))
        .orderBy(asc(deliveries.destination))
        .limit(ROWS);
      return rows.map(({ destination }) => destination);
    },
    async removeJobs(accountId, jobIds) {
      await db.delete(jobs).where(and(isAmong(jobs.id, jobIds), ownedBy(jobs.accountId, accountId, jobIds)));
    },
    async removeRows(accountId) {
      const results = await d1.batch(
        TABLES.map(({ name, also }) =>
          d1
            .prepare(
              `DELETE FROM ${name} WHERE rowid IN (SELECT rowid FROM ${name} WHERE account_id = ?1 ${also} LIMIT ${ROWS})`,
            )
            .bind(accountId),
        ),
      );
      return results.reduce((sum, { meta }) => sum + meta.changes, 0);
    },
    async noteFound(accountId, now) {
      await db.update(accountDeletions).set({ foundAt: now }).where(noted(accountId));
    },
    async finish(accountId) {
      await db.batch([
        db.delete(apiKeys).where(eq(apiKeys.accountId, accountId)),
        db
          .delete(auditEntries)
          .where(and(eq(auditEntries.accountId, accountId), ne(auditEntries.action, 'account.deleted'))),
        db.delete(accounts).where(eq(accounts.id, accountId)),
        db.delete(accountDeletions).where(noted(accountId)),
      ]);
    },
  };
}
