import { env } from 'cloudflare:workers';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { expect, test } from 'vitest';
import { createD1AccountDeletions } from '../../../src/stores/d1/account-deletions';
import { OWNED_TABLES } from '../../../src/stores/d1/owned-tables';
import { createD1UpkeepIndex } from '../../../src/stores/d1/upkeep-index';
import { newCaller, ports, storeInvoices } from '../../support/accounts';
import { plansOf } from './plan';

/** Of no account, or gone with the account itself. */
const OTHER_TABLES = ['account_deletions', 'accounts', 'api_keys', 'audit_entries', 'walks'];

test('every table is emptied with an account, but for those that go with the account itself', async () => {
  const { results } = await env.DB.prepare(
    "select name from sqlite_master where type = 'table' and name not like '\\_%' escape '\\' and name not like 'sqlite%' and name <> 'd1_migrations'",
  ).all<{ name: string }>();
  const owned = OWNED_TABLES.map((table) => getTableConfig(table).name);
  expect([...owned, ...OTHER_TABLES].sort()).toEqual(results.map(({ name }) => name).sort());
});

test('nothing that is asked in a sweep goes through a table from end to end', async () => {
  const content = { accountId: 'a', sha256: 'f' };
  const plans = await plansOf(async (d1) => {
    const upkeep = createD1UpkeepIndex(d1);
    await upkeep.withoutDocument([content]);
    await upkeep.notKept([{ accountId: 'a', jobId: 'j' }]);
    await upkeep.clearRunOut(1, 10);
    await upkeep.forgetDeletedJobs(1, 10);
    await upkeep.removalsBefore(1, 10);
    await createD1AccountDeletions(d1).destinationsOf('a', null);
  });
  expect(plans.length).toBeGreaterThan(6);
  for (const plan of plans)
    expect(plan.replace('SCAN asked VIRTUAL TABLE', '')).not.toMatch(/SCAN|TEMP B-TREE FOR ORDER/);
});

test('bytes are told apart by account: those of another one are owned by nobody here', async () => {
  const [caller, other] = [newCaller(), newCaller()];
  const [document] = await storeInvoices(caller, 1);
  const sha256 = document?.sha256 ?? '';
  const mine = { accountId: caller.accountId, sha256 };
  const theirs = { accountId: other.accountId, sha256 };
  expect(await ports().upkeep.withoutDocument([mine, theirs])).toEqual([theirs]);
  expect(await ports().upkeep.withoutDocument([])).toEqual([]);
});

test('the walk goes on where it was noted, and from the start when it came to the end', async () => {
  const { upkeep } = ports();
  expect(await upkeep.walkedTo()).toBeNull();
  await upkeep.noteWalkedTo('accounts/a', 1);
  await upkeep.noteWalkedTo('accounts/b', 2);
  expect(await upkeep.walkedTo()).toBe('accounts/b');
  await upkeep.noteWalkedTo(null, 3);
  expect(await upkeep.walkedTo()).toBeNull();
});
