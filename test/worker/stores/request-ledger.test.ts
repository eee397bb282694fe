import { env } from 'cloudflare:workers';
import { drizzle } from 'drizzle-orm/d1';
import { expect, test } from 'vitest';
import { clearQuery, createD1RequestLedger } from '../../../src/stores/d1/request-ledger';
import { planOf } from './plan';

const ledger = () => createD1RequestLedger(env.DB);
const claim = (jobId: string, claimedAt: number) => ({
  jobId,
  fingerprint: `print-${jobId}`,
  claimedAt,
  expiresAt: claimedAt + 100,
  isResent: false,
});

test('the first claim holds until it expires, for its account alone; then the next one takes its place', async () => {
  expect(await ledger().claim('acme', 'key:1', claim('a', 1_000), 1_000)).toEqual(claim('a', 1_000));
  expect(await ledger().claim('acme', 'key:1', claim('b', 1_099), 1_099)).toEqual(claim('a', 1_000));
  expect(await ledger().claim('other', 'key:1', claim('c', 1_050), 1_050)).toEqual(claim('c', 1_050));
  expect(await ledger().claim('acme', 'key:1', claim('d', 1_101), 1_101)).toEqual(claim('d', 1_101));
});

test('of many claims at the same moment all see one winner', async () => {
  const seen = await Promise.all(
    Array.from({ length: 20 }, (_, index) => ledger().claim('acme', 'same', claim(`job-${index}`, 1_000), 1_000)),
  );
  expect(new Set(seen.map((held) => held.jobId)).size).toBe(1);
});

test('a claim given up is free again, but only by the job that held it', async () => {
  await ledger().claim('acme', 'key:1', claim('a', 1_000), 1_000);
  await ledger().release('acme', 'key:1', 'b');
  expect((await ledger().claim('acme', 'key:1', claim('c', 1_001), 1_001)).jobId).toBe('a');
  await ledger().release('acme', 'key:1', 'a');
  expect((await ledger().claim('acme', 'key:1', claim('d', 1_002), 1_002)).jobId).toBe('d');
});

test('who holds a claim is told without claiming, until it runs out, to its account alone', async () => {
  expect(await ledger().holder('acme', 'key:1', 1_000)).toBeNull();
  await ledger().claim('acme', 'key:1', claim('a', 1_000), 1_000);
  expect(await ledger().holder('acme', 'key:1', 1_100)).toEqual(claim('a', 1_000));
  expect(await ledger().holder('acme', 'key:1', 1_101)).toBeNull();
  expect(await ledger().holder('other', 'key:1', 1_000)).toBeNull();
});

test('a claim is taken from whoever holds it, and all of a job are given up together', async () => {
  await ledger().claim('acme', 'same:1', claim('a', 1_000), 1_000);
  await ledger().take('acme', 'same:1', claim('b', 1_001), 1_001);
  expect(await ledger().holder('acme', 'same:1', 1_001)).toEqual(claim('b', 1_001));
  await ledger().claim('acme', 'key:1', claim('b', 1_001), 1_001);
  await ledger().claim('acme', 'key:2', claim('c', 1_001), 1_001);
  await ledger().claim('other', 'key:1', claim('b', 1_001), 1_001);
  await ledger().forget('acme', 'b');
  const left = async (accountId: string, name: string) => (await ledger().holder(accountId, name, 1_001))?.jobId;
  expect([await left('acme', 'same:1'), await left('acme', 'key:1')]).toEqual([undefined, undefined]);
  expect([await left('acme', 'key:2'), await left('other', 'key:1')]).toEqual(['c', 'b']);
});

test('a claim of a request that was sent again is not taken by the one it overtook', async () => {
  const resent = { ...claim('a', 1_005), isResent: true };
  await ledger().claim('acme', 'same:1', resent, 1_005);
  expect(await ledger().take('acme', 'same:1', claim('b', 1_006), 1_005)).toEqual(resent);
  expect(await ledger().take('acme', 'same:1', claim('c', 1_007), 1_006)).toEqual(claim('c', 1_007));
});

test('claims that ran out are cleared away by later ones, by index', async () => {
  await Promise.all([1, 2, 3].map((n) => ledger().claim('past', `key:${n}`, claim(`old-${n}`, 1_000), 1_000)));
  await ledger().claim('acme', 'key:new', claim('new', 5_000), 5_000);
  const { results } = await env.DB.prepare('SELECT job_id FROM request_claims').all();
  expect(results).toEqual([{ job_id: 'new' }]);
  expect(await planOf(clearQuery(drizzle(env.DB), 5_000))).toContain('request_claims_by_expiry');
});
