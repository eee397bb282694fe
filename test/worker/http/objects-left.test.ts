/** What an account's Durable Objects hold once it was deleted: what D1 and R2 hold, `nothing-left.test.ts` says. */
import { listDurableObjectIds, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { inTurn } from '../../../src/jobs/in-turn';
import { REMEMBERED_MS } from '../../../src/jobs/under-way';
import { gateOf, rewriteJob } from '../../support/end-retention';
import { ask, ownerOfEverything } from './owned-things';

interface Held {
  readonly entries: Readonly<Record<string, unknown>>;
  /** Of its tables that have any, SQLite's own left out. */
  readonly rows: Readonly<Record<string, number>>;
  readonly alarm: number | null;
}

/** Objects of tests before this one: what was on its way to them when they were emptied may still come to them. */
const others = new Set<string>();

async function noteOthers(): Promise<void> {
  const lists = await Promise.all([
    listDurableObjectIds(env.JOB_GATE),
    listDurableObjectIds(env.WEBHOOK_OUTBOX),
    listDurableObjectIds(env.ACCOUNT_TURNSTILE),
    listDurableObjectIds(env.RATE_LIMITER),
  ]);
  for (const id of lists.flat()) others.add(id.toString());
}

/** Of the objects that hold anything. */
async function heldBy<Kept extends Rpc.DurableObjectBranded>(
  namespace: DurableObjectNamespace<Kept>,
): Promise<readonly Held[]> {
  const ids = (await listDurableObjectIds(namespace)).filter((id) => !others.has(id.toString()));
  const held = await Promise.all(
    ids.map((id) => runInDurableObject(namespace.get(id), (_, { storage }) => heldIn(storage))),
  );
  return held.filter(({ entries, rows, alarm }) => alarm !== null || Object.keys({ ...entries, ...rows }).length > 0);
}

async function heldIn(storage: DurableObjectStorage): Promise<Held> {
  const tables = storage.sql
    .exec<{ name: string }>(
      "select name from sqlite_master where type = 'table' and name not like '\\_cf\\_%' escape '\\' and name not like 'sqlite%'",
    )
    .toArray();
  const counts = tables.map(
    ({ name }) => [name, storage.sql.exec<{ n: number }>(`select count(*) as n from "${name}"`).one().n] as const,
  );
  return {
    entries: Object.fromEntries(storage.kv.list()),
    rows: Object.fromEntries(counts.filter(([, n]) => n > 0)),
    alarm: await storage.getAlarm(),
  };
}

test('of a deleted account objects hold how often its keys asked in their last minute, and that nothing of it waits', {
  timeout: 60_000,
}, async () => {
  await noteOthers();
  const { account } = await ownerOfEverything();
  const { results } = await env.DB.prepare('select id from jobs').all<{ id: string }>();
  expect((await heldBy(env.JOB_GATE)).length).toBe(results.length);
  expect((await ask('talonic', account, 'DELETE', `/v1/account?account=${account.id}`)).status).toBe(200);

  // As if that had been an hour ago: so long a gate remembers that its job was deleted.
  const caller = { accountId: account.id };
  const longAgo = Date.now() - REMEMBERED_MS;
  await inTurn(results, 4, async ({ id }) => {
    await rewriteJob(caller, id, (stored) => ({ ...stored, deletedAt: longAgo, endedAt: longAgo }));
    await runDurableObjectAlarm(gateOf(caller, id));
  });

  expect(await heldBy(env.JOB_GATE)).toEqual([]);
  expect(await heldBy(env.WEBHOOK_OUTBOX)).toEqual([]);
  const nobody = { holdings: [], told: [], seq: expect.any(Number), boot: env.BOOT_ID, accountId: account.id };
  expect(await heldBy(env.ACCOUNT_TURNSTILE)).toEqual([{ entries: { turnstile: nobody }, rows: {}, alarm: null }]);
  const window = { startedAt: expect.any(Number), used: expect.any(Number) };
  expect(await heldBy(env.RATE_LIMITER)).toEqual([{ entries: { window }, rows: {}, alarm: null }]);
});
