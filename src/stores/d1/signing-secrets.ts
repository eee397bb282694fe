import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Clock } from '../../jobs/ports';
import type { SigningSecrets } from '../../jobs/webhooks/delivery-log';
import { signingSecrets } from './tables/deliveries';

/** The secrets of accounts, in D1, as they are: they sign, so their hashes would be of no use. The first one made stays. */
export function createD1SigningSecrets(d1: D1Database, make: () => string, clock: Clock): SigningSecrets {
  const db = drizzle(d1);
  const read = async (accountId: string): Promise<string | null> => {
    const [row] = await db.select().from(signingSecrets).where(eq(signingSecrets.accountId, accountId));
    return row?.secret ?? null;
  };
  return {
    async of(accountId) {
      const known = await read(accountId);
      if (known !== null) return known;
      const secret = make();
      await db.insert(signingSecrets).values({ accountId, secret, createdAt: clock() }).onConflictDoNothing();
      return (await read(accountId)) ?? secret;
    },
  };
}
