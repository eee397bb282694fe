import { and, eq, gt, sql } from 'drizzle-orm';
import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1';
import type { GrantLedger } from '../../jobs/index-ports';
import { grants } from './tables/documents';

/** Grants that ran out cleared away by one new grant: more than come in, so that they do not pile up. */
const CLEARED_AT_ONCE = 10;

/** Tokens by their SHA-256. */
export function createD1GrantLedger(d1: D1Database): GrantLedger {
  const db = drizzle(d1);
  return {
    async add(record) {
      await db.batch([clearGrantsQuery(db, record.createdAt), db.insert(grants).values(record)]);
    },
    async get(tokenSha256, now) {
      const [row] = await db
        .select()
        .from(grants)
        .where(and(eq(grants.tokenSha256, tokenSha256), gt(grants.expiresAt, now)));
      return row ?? null;
    },
    async uploadOf(accountId, documentId, now) {
      const [row] = await db
        .select()
        .from(grants)
        .where(
          and(
            eq(grants.accountId, accountId),
            eq(grants.documentId, documentId),
            eq(grants.kind, 'upload'),
            gt(grants.expiresAt, now),
          ),
        );
      return row ?? null;
    },
    async removeOf(accountId, documentId) {
      await db.delete(grants).where(and(eq(grants.accountId, accountId), eq(grants.documentId, documentId)));
    },
  };
}

/** Of any account: a grant that ran out lets nobody in any more. */
const clearGrantsQuery = (db: DrizzleD1Database, now: number) =>
  db.delete(grants).where(
    sql`rowid in (select rowid from ${grants} where ${grants.expiresAt} < ${now}
      order by ${grants.expiresAt} limit ${CLEARED_AT_ONCE})`,
  );
