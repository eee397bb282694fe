import { and, eq, gte, lt, sql } from 'drizzle-orm';
import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1';
import type { RequestLedger } from '../../jobs/index-ports';
import { requestClaims } from './tables/jobs';

const CLAIM = {
  jobId: requestClaims.jobId,
  fingerprint: requestClaims.fingerprint,
  claimedAt: requestClaims.claimedAt,
  expiresAt: requestClaims.expiresAt,
  isResent: requestClaims.isResent,
};

/** Claims that ran out cleared away by one new claim: more than come in, so that they do not pile up. */
const CLEARED_AT_ONCE = 10;

/** Claims of idempotency keys and request fingerprints. The insert decides a race; the loser reads the winner's row. */
export function createD1RequestLedger(d1: D1Database): RequestLedger {
  const db = drizzle(d1);
  const named = (accountId: string, name: string) =>
    and(eq(requestClaims.accountId, accountId), eq(requestClaims.name, name));
  return {
    async claim(accountId, name, claim, now) {
      const [, , rows] = await db.batch([
        clearQuery(db, now),
        db
          .insert(requestClaims)
          .values({ accountId, name, ...claim })
          .onConflictDoUpdate({
            target: [requestClaims.accountId, requestClaims.name],
            set: claim,
            setWhere: lt(requestClaims.expiresAt, sql`${now}`),
          }),
        db.select(CLAIM).from(requestClaims).where(named(accountId, name)),
      ]);
      return rows[0] ?? claim;
    },
    async holder(accountId, name, now) {
      const [row] = await db
        .select(CLAIM)
        .from(requestClaims)
        .where(and(named(accountId, name), gte(requestClaims.expiresAt, now)));
      return row ?? null;
    },
    async take(accountId, name, claim, since) {
      const [, rows] = await db.batch([
        db
          .insert(requestClaims)
          .values({ accountId, name, ...claim })
          .onConflictDoUpdate({
            target: [requestClaims.accountId, requestClaims.name],
            set: claim,
            setWhere: sql`not (${requestClaims.isResent} and ${requestClaims.claimedAt} >= ${since})`,
          }),
        db.select(CLAIM).from(requestClaims).where(named(accountId, name)),
      ]);
      return rows[0] ?? claim;
    },
    async release(accountId, name, jobId) {
      await db.delete(requestClaims).where(and(named(accountId, name), eq(requestClaims.jobId, jobId)));
    },
    async forget(accountId, jobId) {
      await db.delete(requestClaims).where(and(eq(requestClaims.accountId, accountId), eq(requestClaims.jobId, jobId)));
    },
  };
}

/** Of any account: a claim that ran out says nothing any more. */
export const clearQuery = (db: DrizzleD1Database, now: number) =>
  db.delete(requestClaims).where(
    sql`rowid in (select rowid from ${requestClaims} where ${requestClaims.expiresAt} < ${now}
      order by ${requestClaims.expiresAt} limit ${CLEARED_AT_ONCE})`,
  );
