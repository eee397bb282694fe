import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Clock, KeyIndex } from '../../jobs/ports';
import { accounts, apiKeys } from './tables/accounts';

/** The account of the key that a server is started with. */
export const LOCAL_ACCOUNT = 'local';

/**
 * API keys in D1, by the SHA-256 of the key. The bootstrap key (hex SHA-256; empty: none) gets its account and row on
 * first use, once; after that it is a key like any other, and stays revoked when it was.
 */
export function createD1KeyIndex(binding: D1Database, bootstrapKeySha256: string, clock: Clock): KeyIndex {
  const db = drizzle(binding);
  return {
    async callerOf(keySha256) {
      const [row] = await db.select().from(apiKeys).where(eq(apiKeys.sha256, keySha256));
      if (row !== undefined) return row.revokedAt === null ? { accountId: row.accountId, keyId: row.id } : null;
      if (!isSame(keySha256, bootstrapKeySha256.toLowerCase())) return null;
      const caller = { accountId: LOCAL_ACCOUNT, keyId: `key_${keySha256.slice(0, 16)}` };
      const createdAt = clock();
      await db.batch([
        db.insert(accounts).values({ id: LOCAL_ACCOUNT, name: LOCAL_ACCOUNT, createdAt }).onConflictDoNothing(),
        db
          .insert(apiKeys)
          .values({ sha256: keySha256, id: caller.keyId, accountId: caller.accountId, createdAt })
          .onConflictDoNothing(),
      ]);
      return caller;
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
