import { and, count, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { AuditLog } from '../../jobs/index-ports';
import { behind, inOrder, listingOf } from './keyset';
import { auditEntries } from './tables/accounts';

/** The log of changes in D1. The table itself refuses to change or to lose a row. */
export function createD1AuditLog(d1: D1Database): AuditLog {
  const db = drizzle(d1);
  return {
    async add(entry) {
      await db.insert(auditEntries).values(entry);
    },
    async list(accountId, window) {
      const owned = eq(auditEntries.accountId, accountId);
      const [rows, counted] = await db.batch([
        db
          .select()
          .from(auditEntries)
          .where(and(owned, behind(auditEntries, window)))
          .orderBy(...inOrder(auditEntries, window))
          .limit(window.limit + 1)
          .offset(window.offset),
        db.select({ total: count() }).from(auditEntries).where(owned),
      ]);
      return listingOf(rows, counted[0]?.total ?? 0, window.limit);
    },
  };
}
