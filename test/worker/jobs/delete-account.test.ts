import { env } from 'cloudflare:workers';
import { expect, test, vi } from 'vitest';
import { actingIn } from '../../../src/jobs/acting-in';
import { createJob } from '../../../src/jobs/create-job';
import { createKey } from '../../../src/jobs/create-key';
import { getJob } from '../../../src/jobs/get-job';
import { OPERATOR_ACCOUNT } from '../../../src/jobs/key';
import { openDownload } from '../../../src/jobs/open-download';
import type { Ports } from '../../../src/jobs/ports';
import { receiveDownload } from '../../../src/jobs/receive-download';
import type { Caller } from '../../../src/jobs/records';
import { deleteAccount } from '../../../src/jobs/retention/delete-account';
import { sweep } from '../../../src/jobs/retention/sweep';
import { UNDER_WAY_MS } from '../../../src/jobs/under-way';
import { extractionOf, ports, startJob, storeInvoices } from '../../support/accounts';
import { fetchWorker, newAccount } from '../http/account';

const later = (ms: number, changes: Partial<Ports> = {}): Ports => ({
  ...ports(),
  clock: () => Date.now() + ms,
  ...changes,
});

async function newOwner(): Promise<Caller & { readonly key: string }> {
  const { id, key } = await newAccount();
  return { accountId: id, keyId: `key-${id}`, key };
}

const keysOf = async ({ accountId }: Caller): Promise<number> =>
  (await env.BLOBS.list({ prefix: `accounts/${accountId}/` })).objects.length;

const rowsOf = async (table: string, { accountId }: Caller): Promise<number> =>
  (await env.DB.prepare(`select count(*) as n from ${table} where account_id = ?`)
    .bind(accountId)
    .first<number>('n')) ?? 0;

test('an account is deleted only by its own name', async () => {
  const owner = await newOwner();
  await expect(deleteAccount(ports(), owner, 'another')).rejects.toMatchObject({ code: 'invalid-request' });
  expect(await rowsOf('account_deletions', owner)).toBe(0);
  expect(await rowsOf('audit_entries', owner)).toBe(0);
});

test('from the moment it is deleted its keys and links are refused, and jobs that ran are worked on no more', async () => {
  const owner = await newOwner();
  const documents = await storeInvoices(owner, 6);
  const { token } = await openDownload(ports(), owner, documents[0]?.id ?? '', 60);
  const { id } = await startJob(owner, documents);
  expect(await deleteAccount(ports(), owner, owner.accountId)).toEqual({ isEmpty: true });
  expect(await keysOf(owner)).toBe(0);
  const answer = await fetchWorker('/v1/documents', { headers: { authorization: `Bearer ${owner.key}` } });
  expect(answer.status).toBe(401);
  await expect(receiveDownload(ports(), token)).rejects.toMatchObject({ code: 'not-found' });
  await expect(getJob(ports(), owner, id)).rejects.toMatchObject({ code: 'not-found' });
  expect(await ports().gates.at({ accountId: owner.accountId, jobId: id }).lease(1, 5)).toEqual({ kind: 'terminal' });
});

test('a deletion that was cut off is gone on with by the sweep', async () => {
  const owner = await newOwner();
  await storeInvoices(owner, 2);
  const { blobWalk } = ports();
  const broken = later(0, { blobWalk: { ...blobWalk, removeOf: () => Promise.reject(new Error('cut off')) } });
  await expect(deleteAccount(broken, owner, owner.accountId)).rejects.toThrow('cut off');
  expect(await keysOf(owner)).toBeGreaterThan(0);
  await sweep(later(0));
  expect(await keysOf(owner)).toBe(0);
  expect(await rowsOf('documents', owner)).toBe(0);
});

test('what requests under way still bring goes as well, and nothing is left of the account once none can be', async () => {
  const owner = await newOwner();
  await deleteAccount(ports(), owner, owner.accountId);
  const { id } = await startJob(owner, await storeInvoices(owner, 1));
  await getJob(ports(), owner, id, 20);
  await vi.waitUntil(async () => (await rowsOf('fields', owner)) > 0, { timeout: 10_000 });

  await sweep(later(UNDER_WAY_MS));
  expect([await keysOf(owner), await rowsOf('documents', owner), await rowsOf('fields', owner)]).toEqual([0, 0, 0]);
  expect([await rowsOf('account_deletions', owner), await rowsOf('api_keys', owner)]).toEqual([1, 1]);
  // Something was found: it is looked at for as long again.
  await sweep(later(UNDER_WAY_MS + 60_000));
  expect(await rowsOf('account_deletions', owner)).toBe(1);
  for (let run = 3; (await rowsOf('account_deletions', owner)) > 0; run += 2) await sweep(later(run * UNDER_WAY_MS));
  expect([await rowsOf('api_keys', owner), await rowsOf('jobs', owner)]).toEqual([0, 0]);
  expect(await rowsOf('audit_entries', owner)).toBe(1);
});

test('a job that is opened behind the look at the jobs, while all that is stored goes, is found by the next one', async () => {
  const owner = await newOwner();
  const documents = await storeInvoices(owner, 1);
  const { blobWalk } = ports();
  const opened: string[] = [];
  const removeOf: typeof blobWalk.removeOf = async (accountId) => {
    if (opened.length === 0)
      opened.push((await createJob(ports(), owner, extractionOf(documents, { delayMs: 3_600_000 }))).job.id);
    return blobWalk.removeOf(accountId);
  };
  await deleteAccount(later(0, { blobWalk: { ...blobWalk, removeOf } }), owner, owner.accountId);
  const gate = ports().gates.at({ accountId: owner.accountId, jobId: opened[0] ?? '' });
  expect([await keysOf(owner), (await gate.summary())?.status]).toEqual([0, 'queued']);
  await sweep(later(0));
  expect([await gate.summary(), await rowsOf('jobs', owner)]).toEqual([null, 0]);
});

test('rows of jobs that have outlived their gates go as well', async () => {
  const owner = await newOwner();
  await startJob(owner, await storeInvoices(owner, 1));
  await env.DB.prepare("update jobs set id = 'gone-' || id where account_id = ?").bind(owner.accountId).run();
  await deleteAccount(ports(), owner, owner.accountId);
  expect(await rowsOf('jobs', owner)).toBe(0);
});

test('a large account goes in bounded steps', async () => {
  const owner = await newOwner();
  await storeInvoices(owner, 3);
  let now = Date.now();
  const hurried = later(0, { clock: () => (now += 6_000) });
  expect(await deleteAccount(hurried, owner, owner.accountId)).toEqual({ isEmpty: false });
  for (let run = 0; run < 4; run += 1) await sweep(later(0));
  expect([await keysOf(owner), await rowsOf('documents', owner)]).toEqual([0, 0]);
});

test('no key is made for an account while it is deleted, and what was its key opens nothing afterwards', async () => {
  const operator = { accountId: OPERATOR_ACCOUNT, keyId: 'key' };
  const owner = await newOwner();
  const make = () =>
    createKey(ports(), actingIn(operator, owner.accountId), { name: 'Late', scopes: ['read'], expiresAt: null });
  const { key } = await make();
  await deleteAccount(ports(), owner, owner.accountId);
  await expect(make()).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining(`"${owner.accountId}" is being deleted`),
  });
  expect(await rowsOf('api_keys', owner)).toBe(2);
  for (let run = 1; (await rowsOf('account_deletions', owner)) > 0; run += 1)
    await sweep(later(2 * run * UNDER_WAY_MS));

  const late = await make();
  const status = async (sent: string) =>
    (await fetchWorker('/v1/jobs', { headers: { authorization: `Bearer ${sent}` } })).status;
  expect(await Promise.all([owner.key, key, late.key].map(status))).toEqual([401, 401, 200]);
});

test('more destinations than are read at once are emptied before the log of them goes', async () => {
  const owner = await newOwner();
  await env.DB.prepare(
    `with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < 1005)
     insert into deliveries (id, account_id, announcement_id, destination, kind, family, url, event_type, status, tries,
       latest, created_at, revision)
     select ?1 || n, ?1, 'a', 'url-' || n, 'job.completed', 'talonic', 'https://hooks.example', 'job.completed', 'pending',
       0, '[]', 0, 1 from numbers`,
  )
    .bind(owner.accountId)
    .run();
  const cleared = new Set<string>();
  const { outboxes } = ports();
  const counting: Ports['outboxes'] = {
    at: (ref) => ({ ...outboxes.at(ref), clear: async () => void cleared.add(ref.destination) }),
  };
  await deleteAccount(later(0, { outboxes: counting }), owner, owner.accountId);
  expect([cleared.size, await rowsOf('deliveries', owner)]).toEqual([1005, 0]);
});
