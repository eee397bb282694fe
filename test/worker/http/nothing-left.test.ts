/** What is left of an account once everything in it has expired and been deleted, and once it was deleted itself. */
import { runDurableObjectAlarm } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test, vi } from 'vitest';
import { deleteJob } from '../../../src/jobs/delete-job';
import { inTurn } from '../../../src/jobs/in-turn';
import type { Ports } from '../../../src/jobs/ports';
import { sweep } from '../../../src/jobs/retention/sweep';
import { UNDER_WAY_MS } from '../../../src/jobs/under-way';
import { ports } from '../../support/accounts';
import { DELIVERED_AT } from '../../support/delivery-records';
import { endRetention, gateOf } from '../../support/end-retention';
import { type Account, newAccount } from './account';
import { ask, ownerOfEverything } from './owned-things';

/** What stays of an account all of whose things were deleted, and why. */
const STAYS: Readonly<Record<string, string>> = {
  accounts: 'the account is there, with nothing in it',
  api_keys: 'whoever has a key may come back',
  audit_entries: 'what was done to keys and webhooks is told as long as there is the account',
  fields: 'what was ever asked of its documents: names of fields, no values',
  job_counts: 'how many jobs there are, which is none',
  signing_secrets: 'receivers that check signatures need not learn a new one',
};

const PDF = 'data:application/pdf;base64,JVBERi0xLjQKJSVFT0YK';
const TEXT = 'data:text/plain;base64,VG90YWw6IDExOS4wMCBFVVI=';
const SCHEMA = { type: 'object', properties: { total: { type: 'number' } } };

const later = (ms: number): Ports => ({ ...ports(), clock: () => Date.now() + ms });

/** Rows of every table there is: of a new one too. */
async function rowsByTable(): Promise<Readonly<Record<string, number>>> {
  const { results } = await env.DB.prepare(
    "select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\' and name not like '\\_cf\\_%' escape '\\' and name <> 'd1_migrations'",
  ).all<{ name: string }>();
  const counts = await env.DB.batch<{ n: number }>(
    results.map(({ name }) => env.DB.prepare(`select count(*) as n from "${name}"`)),
  );
  const rows = results.map(({ name }, index) => [name, counts[index]?.results[0]?.n ?? 0] as const);
  return Object.fromEntries(rows.filter(([, n]) => n > 0));
}

const keys = async (): Promise<string[]> => (await env.BLOBS.list()).objects.map(({ key }) => key);

const idsIn = async (table: string): Promise<string[]> =>
  (await env.DB.prepare(`select id from ${table}`).all<{ id: string }>()).results.map(({ id }) => id);

/** One job of each operation that `ownerOfEverything` has none of. */
async function doEverything(account: Account): Promise<void> {
  const document = { filename: 'a.txt', url: TEXT };
  const form = { filename: 'form.pdf', url: PDF };
  const requests = {
    '/v1/documents/parse': { document },
    '/v1/documents/split': { document, subdocuments: [{ name: 'bill', description: 'a bill' }] },
    '/v1/documents/classify': { document, categories: [{ name: 'bill', description: 'a bill' }] },
    '/v1/documents/extract': { document, json_schema: SCHEMA },
    '/v1/schemas/generate': { documents: [document] },
    '/v1/edit/templates/generate': { document: form },
    '/v1/edit/agent/fill': { document: form, instructions: 'Total: 5' },
  };
  for (const [endpoint, request] of Object.entries(requests)) {
    const json = { endpoint, request, metadata: { team: 'red' } };
    const { status, body } = await ask('retab', account, 'POST', '/v1/jobs', { json });
    expect([endpoint, status, body]).toEqual([
      endpoint,
      expect.any(Number),
      expect.objectContaining({ id: expect.any(String) }),
    ]);
  }
}

async function untilAllEnded(): Promise<void> {
  const open = "select count(*) as n from jobs where status in ('queued', 'running')";
  await vi.waitUntil(async () => (await env.DB.prepare(open).first<number>('n')) === 0, {
    timeout: 20_000,
    interval: 100,
  });
}

test('everything that an account has can expire and be deleted: no blob is left, and of rows those that stay by contract', {
  timeout: 90_000,
}, async () => {
  const { account } = await ownerOfEverything();
  await doEverything(account);
  await untilAllEnded();
  const jobs = await idsIn('jobs');
  expect(jobs.length).toBeGreaterThan(9);
  const caller = { accountId: account.id };

  await inTurn(jobs, 4, async (id) => {
    await endRetention(caller, id);
    await runDurableObjectAlarm(gateOf(caller, id));
  });
  expect((await keys()).filter((key) => key.includes('/jobs/'))).toEqual([]);
  await vi.waitUntil(
    async () => (await env.DB.prepare("select 1 from jobs where status <> 'expired'").first()) === null,
    { timeout: 10_000 },
  );

  const [id = ''] = jobs;
  const job = await ask('talonic', account, 'GET', `/v1/jobs/${id}`);
  expect(job.body).toMatchObject({ status: 'failed', error: { message: expect.stringMatching(/^Expired: /) } });
  expect((await ask('talonic', account, 'GET', `/v1/jobs/${id}/results`)).status).toBe(404);
  expect((await ask('talonic', account, 'POST', `/v1/jobs/${id}/retry`)).status).toBe(409);

  await deleteAll(account);
  expect(await keys()).toEqual([]);
  const { delivery, sweepGraceMs } = ports().settings;
  const muchLater = DELIVERED_AT - Date.now() + delivery.keepMs + sweepGraceMs;
  // What is being sent is logged once more when it was.
  await vi.waitUntil(
    async () => {
      await sweep(later(muchLater));
      return (await rowsByTable()).deliveries === undefined;
    },
    { timeout: 60_000 },
  );
  expect(Object.keys(await rowsByTable()).filter((table) => !(table in STAYS))).toEqual([]);
  expect(await env.DB.prepare('select sum(jobs) as n from job_counts').first('n')).toBe(0);
  expect(await env.DB.prepare('select count(*) as n from fields where occurrences > 0').first('n')).toBe(0);
});

test('an account that is deleted with everything in it leaves that it was deleted, and nothing else', async () => {
  const { account } = await ownerOfEverything();
  await doEverything(account);
  await ports().signingSecrets.of(account.id);
  const before = await rowsByTable();
  expect(Object.keys(before).length).toBeGreaterThan(18);
  const { status, body } = await ask('talonic', account, 'DELETE', `/v1/account?account=${account.id}`);
  expect([status, body]).toEqual([200, { deleted: true, id: account.id, complete: true }]);
  expect((await ask('talonic', account, 'GET', '/v1/jobs')).status).toBe(401);

  for (let run = 1; (await rowsByTable()).account_deletions !== undefined; run += 1) {
    expect(run).toBeLessThan(6);
    await sweep(later(2 * run * UNDER_WAY_MS));
  }
  expect(await keys()).toEqual([]);
  expect(await rowsByTable()).toEqual({ audit_entries: 1 });
  expect(await env.DB.prepare('select action, subject_id from audit_entries').first()).toEqual({
    action: 'account.deleted',
    subject_id: account.id,
  });
});

test('an account is not deleted by the name of another one, or without one', async () => {
  const account = await newAccount();
  const other = await newAccount();
  for (const query of ['', '?account=', `?account=${other.id}`]) {
    const { status, body } = await ask('talonic', account, 'DELETE', `/v1/account${query}`);
    expect([query, status, body]).toMatchObject([query, 400, { code: 'VALIDATION_ERROR' }]);
  }
  expect((await rowsByTable()).account_deletions).toBeUndefined();
});

/** Through the routes: by whichever dialect has one for it. What belongs to something else goes with that. */
async function deleteAll(account: Account): Promise<void> {
  const gone = async (name: 'talonic' | 'retab' | 'llamacloud', path: string) => {
    const { status, body } = await ask(name, account, 'DELETE', path);
    expect([path, status, body]).toEqual([path, expect.toSatisfy((code: number) => code < 300), body]);
  };
  for (const id of await idsIn('templates')) await gone('retab', `/v1/edit/templates/${id}`);
  for (const id of await idsIn('projects')) await gone('retab', `/v1/projects/${id}`);
  const agents = (await env.DB.prepare('select id, family from agents').all<{ id: string; family: string }>()).results;
  for (const { id, family } of agents)
    await gone(
      'llamacloud',
      family === 'agent' ? `/api/v1/extraction/extraction-agents/${id}` : `/api/v1/beta/configurations/${id}`,
    );
  for (const id of await idsIn('schemas')) await gone('talonic', `/v1/schemas/${id}`);
  for (const id of await idsIn('sources')) await gone('talonic', `/v1/sources/${id}`);
  const hooks = (await env.DB.prepare('select id, family from webhooks').all<{ id: string; family: string }>()).results;
  for (const { id, family } of hooks) await ports().webhooks.remove(account.id, family, id);
  const caller = { accountId: account.id, keyId: 'key' };
  for (const id of await idsIn('jobs')) await deleteJob(ports(), caller, id);
  for (const id of await idsIn('documents')) await gone('talonic', `/v1/documents/${id}`);
}
