import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import type { AccountTurnstile } from '../../../src/gate/account-turnstile';
import { getJob } from '../../../src/jobs/get-job';
import type { Caller } from '../../../src/jobs/records';
import { CHECK_EVERY_MS } from '../../../src/jobs/schedule';
import { HOLD_MS, type Holding } from '../../../src/jobs/turnstile';
import { newCaller, ports, startJob, storeInvoices } from '../../support/accounts';

const turnstileOf = ({ accountId }: Caller): DurableObjectStub<AccountTurnstile> =>
  env.ACCOUNT_TURNSTILE.getByName(accountId);

const HELD_BY_ANOTHER: Holding = { jobId: 'another', places: 99, until: Date.now() + 3_600_000, answered: 1 };

/** As it is found by the next call, of this start of the server or of another one. */
async function keep(caller: Caller, boot: string, holdings: readonly Holding[]): Promise<void> {
  await runInDurableObject(turnstileOf(caller), (_, { storage }) =>
    storage.kv.put('turnstile', { seq: 1, ...storage.kv.get<object>('turnstile'), boot, holdings }),
  );
  await evictDurableObject(turnstileOf(caller));
}

const heldIn = (caller: Caller): Promise<readonly Holding[]> =>
  runInDurableObject(turnstileOf(caller), (_, { storage }) => {
    const kept = storage.kv.get<{ holdings: readonly Holding[] }>('turnstile');
    return kept?.holdings ?? [];
  });

const alarmOf = (caller: Caller): Promise<number | null> =>
  runInDurableObject(turnstileOf(caller), (_, { storage }) => storage.getAlarm());

const gateOf = ({ accountId }: Caller, id: string) => env.JOB_GATE.getByName(`${accountId}/${id}`);

const ended = (caller: Caller, id: string) => getJob(ports(), caller, id, 20);

test('jobs of one account never have more places than it has, all end, and give all back', async () => {
  const caller = newCaller();
  const sizes = [7, 1, 3];
  const jobs = await Promise.all(
    sizes.map(async (size, index) => startJob(caller, await storeInvoices(caller, size, 100 * index), `job ${index}`)),
  );
  const most: number[] = [];
  const all = Promise.all(jobs.map(({ id }) => ended(caller, id)));
  let isOver = false;
  void all.finally(() => {
    isOver = true;
  });
  while (!isOver) most.push((await heldIn(caller)).reduce((sum, { places }) => sum + places, 0));
  expect((await all).map(({ status, completedDocuments }) => [status, completedDocuments])).toEqual(
    sizes.map((size) => ['completed', size]),
  );
  expect(Math.max(...most)).toBeLessThanOrEqual(ports().settings.limits.documentsAtOnce);
  await expect.poll(() => heldIn(caller)).toEqual([]);
});

test('jobs end though their turnstile is evicted again and again', async () => {
  const caller = newCaller();
  const jobs = [
    await startJob(caller, await storeInvoices(caller, 8), 'large'),
    await startJob(caller, await storeInvoices(caller, 1, 200), 'small'),
  ];
  for (let look = 0; look < 10; look++) {
    await evictDurableObject(turnstileOf(caller)).catch(() => undefined);
    if ((await getJob(ports(), caller, jobs[0]?.id ?? '')).status === 'completed') break;
  }
  const all = await Promise.all(jobs.map(({ id }) => ended(caller, id)));
  expect(all.map(({ status }) => status)).toEqual(['completed', 'completed']);
});

test('places of an earlier start of the server are nobody’s', async () => {
  const caller = newCaller();
  await keep(caller, 'a server that was killed', [HELD_BY_ANOTHER]);
  const { id } = await startJob(caller, await storeInvoices(caller, 1));
  expect(await ended(caller, id)).toMatchObject({ status: 'completed' });
});

test('a job waits while others have all places of its account; jobs of another account do not', async () => {
  const [full, other] = [newCaller(), newCaller()];
  await keep(full, ports().settings.boot, [HELD_BY_ANOTHER]);
  const waiting = await startJob(full, await storeInvoices(full, 1));
  const { id } = await startJob(other, await storeInvoices(other, 1));
  expect(await ended(other, id)).toMatchObject({ status: 'completed' });
  expect(await getJob(ports(), full, waiting.id)).toMatchObject({ status: 'queued' });

  await turnstileOf(full).ask(full.accountId, {
    jobId: 'another',
    priority: 'normal',
    inFlight: 0,
    wanted: 0,
    heard: 9,
  });
  expect(await ended(full, waiting.id)).toMatchObject({ status: 'completed' });
});

test('places of a job that nobody knows go to the next', async () => {
  const caller = newCaller();
  await keep(caller, ports().settings.boot, [HELD_BY_ANOTHER]);
  const turnstile = turnstileOf(caller);
  await turnstile.ask(caller.accountId, { jobId: 'unknown', priority: 'high', inFlight: 0, wanted: 9, heard: 9 });
  const { id } = await startJob(caller, await storeInvoices(caller, 1));
  await turnstile.ask(caller.accountId, { jobId: 'another', priority: 'normal', inFlight: 0, wanted: 0, heard: 9 });
  expect(await ended(caller, id)).toMatchObject({ status: 'completed' });
});

test('who waits is called by the turnstile’s own look, also after the server was killed while others had all places', async () => {
  const caller = newCaller();
  await keep(caller, ports().settings.boot, [HELD_BY_ANOTHER]);
  const { id } = await startJob(caller, await storeInvoices(caller, 1));
  await keep(caller, 'a server that was killed', [HELD_BY_ANOTHER]);
  await runDurableObjectAlarm(turnstileOf(caller));
  expect(await ended(caller, id)).toMatchObject({ status: 'completed' });
});

test('a job that waits leaves looking to its turnstile, which looks as long as somebody waits', async () => {
  const caller = newCaller();
  await keep(caller, ports().settings.boot, [HELD_BY_ANOTHER]);
  const { id } = await startJob(caller, await storeInvoices(caller, 1));
  const gate = gateOf(caller, id);
  await runDurableObjectAlarm(gate);
  const next = await runInDurableObject(gate, (_, { storage }) => storage.getAlarm());
  expect((next ?? 0) - Date.now()).toBeGreaterThan(CHECK_EVERY_MS);
  expect(await alarmOf(caller)).toBeLessThanOrEqual(Date.now() + CHECK_EVERY_MS);

  await turnstileOf(caller).ask(caller.accountId, {
    jobId: 'another',
    priority: 'normal',
    inFlight: 0,
    wanted: 0,
    heard: 9,
  });
  await ended(caller, id);
  await expect
    .poll(() => alarmOf(caller).then(async (at) => at && runDurableObjectAlarm(turnstileOf(caller))))
    .toBeNull();
});

test('a job that was told of places by a turnstile that is gone, and may not have heard it, is told again', async () => {
  const caller = newCaller();
  await keep(caller, ports().settings.boot, [HELD_BY_ANOTHER]);
  const { id } = await startJob(caller, await storeInvoices(caller, 1));
  const told = [{ jobId: id, priority: 'normal', inFlight: 0, wanted: 1 }];
  await runInDurableObject(turnstileOf(caller), async (_, { storage }) => {
    storage.kv.delete(`waiting/${id}`);
    const holdings = [{ jobId: id, places: 1, until: Date.now() + HOLD_MS }];
    storage.kv.put('turnstile', { ...storage.kv.get<object>('turnstile'), holdings, told });
  });
  await evictDurableObject(turnstileOf(caller));
  await runDurableObjectAlarm(turnstileOf(caller));
  expect(await ended(caller, id)).toMatchObject({ status: 'completed' });
});
