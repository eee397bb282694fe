import { and, eq, lt, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { RequestLedger } from '../../jobs/ports';
import { requestClaims } from './tables';

const CLAIM = {
  jobId: requestClaims.jobId,
  fingerprint: requestClaims.fingerprint,
  claimedAt: requestClaims.claimedAt,
  expiresAt: requestClaims.expiresAt,
};

/** Claims of idempotency keys and request fingerprints. The insert decides a race; the loser reads the winner's row. */
export function createD1RequestLedger(d1: D1Database): RequestLedger {
  const db = drizzle(d1);
  const named = (accountId: string, name: string) =>
    and(eq(requestClaims.accountId, accountId), eq(requestClaims.name, name));
  return {
    async claim(accountId, name, claim, now) {
      const [, rows] = await db.batch([
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
    async release(accountId, name, jobId) {
      await db.delete(requestClaims).where(and(named(accountId, name), eq(requestClaims.jobId, jobId)));
    },
  };
}
