import { ports } from '../../support/accounts';
import { type SeededAccount, seededAccount, storeSeeded } from '../../support/seeded-account';
import { type Account, newAccount } from './account';

/** The lists are tested over the same things every time. */
export const SEED = 20261122;

/** As many as the lists are tested with. */
export const JOBS = 500;

/** An account of the seed beside another one, whose things must never be seen. */
export async function seededAccounts(
  jobCount: number,
): Promise<{ readonly account: Account; readonly seeded: SeededAccount }> {
  const account = await newAccount();
  const seeded = seededAccount(account.id, SEED, jobCount);
  await storeSeeded(ports(), seeded);
  await storeSeeded(ports(), seededAccount((await newAccount()).id, SEED + 1, 20));
  return { account, seeded };
}
