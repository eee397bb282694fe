import { and, count, eq, getTableColumns, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { KeyRecord } from '../../jobs/key';
import type { KeyIndex } from '../../jobs/key-port';
import type { Clock } from '../../jobs/ports';
import { bootstrapKey, scopesOf, toRecord, toRow } from './key-row';
import { behind, inOrder, listingOf } from './keyset';
import { accounts, apiKeys } from './tables/accounts';
import { accountDeletions } from './tables/retention';

type Row = typeof apiKeys.$inferSelect;

/** A key that is used all the time is written once in so long. */
const LAST_USED_STEP_MS = 60_000;

/**
 * API keys in D1, by the SHA-256 of the key. The bootstrap key (hex SHA-256; empty: none) gets its account and row on
 * first use, once; after that it is a key like any other, and stays revoked when it was.
 */
export function createD1KeyIndex(binding: D1Database, bootstrapKeySha256: string, clock: Clock): KeyIndex {
  const db = drizzle(binding);
  const owned = (accountId: string, id: string) => and(eq(apiKeys.accountId, accountId), eq(apiKeys.id, id));
  const addAccount = (id: string, createdAt: number) =>
    db.insert(accounts).values({ id, name: id, createdAt }).onConflictDoNothing();
  const insert = (record: KeyRecord, sha256: string) => db.insert(apiKeys).values(toRow(record, sha256));

  /** Told to people, so an outage of the database for this write alone keeps nobody out. */
  async function touch({ sha256, lastUsedAt }: Row, now: number): Promise<void> {
    if (lastUsedAt !== null && now - lastUsedAt < LAST_USED_STEP_MS) return;
    const isDue = or(isNull(apiKeys.lastUsedAt), lte(apiKeys.lastUsedAt, now - LAST_USED_STEP_MS));
    const written = db
      .update(apiKeys)
      .set({ lastUsedAt: now })
      .where(and(eq(apiKeys.sha256, sha256), isDue));
    await written.run().catch(() => undefined);
  }

  return {
    async callerOf(keySha256) {
      const now = clock();
      const [row] = await db.select().from(apiKeys).where(eq(apiKeys.sha256, keySha256));
      if (row !== undefined) {
        if (row.revokedAt !== null || (row.expiresAt !== null && row.expiresAt <= now)) return null;
        await touch(row, now);
        return { accountId: row.accountId, keyId: row.id, scopes: scopesOf(row) };
      }
      if (!isSame(keySha256, bootstrapKeySha256.toLowerCase())) return null;
      const record = bootstrapKey(keySha256, now);
      await db.batch([addAccount(record.accountId, now), insert(record, keySha256).onConflictDoNothing()]);
      return { accountId: record.accountId, keyId: record.id, scopes: record.scopes };
    },
    async isGood(keySha256) {
      const lasts = or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, clock()));
      const rows = await db
        .select({ id: apiKeys.id })
        .from(apiKeys)
        .where(and(eq(apiKeys.sha256, keySha256), isNull(apiKeys.revokedAt), lasts));
      return rows.length > 0;
    },
    async add(record, secret) {
      const leaving = db.select({ id: accountDeletions.accountId }).from(accountDeletions);
      const [, , refused] = await db.batch([
        addAccount(record.accountId, record.createdAt),
        insert(record, secret.sha256),
        db
          .delete(apiKeys)
          .where(and(eq(apiKeys.sha256, secret.sha256), inArray(apiKeys.accountId, leaving)))
          .returning({ id: apiKeys.id }),
      ]);
      return refused.length === 0;
    },
    async get(accountId, id) {
      const [row] = await db
        .select()
        .from(apiKeys)
        .where(and(owned(accountId, id), isNull(apiKeys.replacedAt)));
      return row === undefined ? null : toRecord(row);
    },
    async list(accountId, window) {
      const current = and(eq(apiKeys.accountId, accountId), isNull(apiKeys.replacedAt));
      const [rows, counted] = await db.batch([
        db
          .select()
          .from(apiKeys)
          .where(and(current, behind(apiKeys, window)))
          .orderBy(...inOrder(apiKeys, window))
          .limit(window.limit + 1)
          .offset(window.offset),
        db.select({ total: count() }).from(apiKeys).where(current),
      ]);
      return listingOf(rows.map(toRecord), counted[0]?.total ?? 0, window.limit);
    },
    async rotate(accountId, id, { sha256, prefix }, now, oldUntil) {
      const present = and(owned(accountId, id), isNull(apiKeys.replacedAt), isNull(apiKeys.revokedAt));
      const another = {
        sha256: sql<string>`${sha256}`.as('sha256'),
        prefix: sql<string>`${prefix}`.as('prefix'),
        rotatedAt: sql<number>`${now}`.as('rotated_at'),
      };
      const copied = { ...getTableColumns(apiKeys), ...another };
      const endsAt = sql`min(coalesce(${apiKeys.expiresAt}, ${oldUntil}), ${oldUntil})`;
      const [added] = await db.batch([
        db.insert(apiKeys).select(db.select(copied).from(apiKeys).where(present)).returning({ id: apiKeys.id }),
        db
          .update(apiKeys)
          .set({ replacedAt: now, expiresAt: endsAt })
          .where(and(present, sql`${apiKeys.sha256} <> ${sha256}`)),
      ]);
      return added.length > 0;
    },
    async revoke(accountId, id, now) {
      const revoked = await db
        .update(apiKeys)
        .set({ revokedAt: now })
        .where(and(owned(accountId, id), isNull(apiKeys.revokedAt)))
        .returning({ id: apiKeys.id });
      return revoked.length > 0;
    },
  };
}

/** In constant time for texts of one length; an empty expectation equals nothing. */
function isSame(given: string, expected: string): boolean {
  if (expected === '' || given.length !== expected.length) return false;
  let difference = 0;
  for (let at = 0; at < given.length; at += 1) difference |= given.charCodeAt(at) ^ expected.charCodeAt(at);
  return difference === 0;
}
