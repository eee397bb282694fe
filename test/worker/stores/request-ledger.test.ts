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

test('claims that ran out are cleared away by later ones, by index', async () => {
  await Promise.all([1, 2, 3].map((n) => ledger().claim('past', `key:${n}`, claim(`old-${n}`, 1_000), 1_000)));
  await ledger().claim('acme', 'key:new', claim('new', 5_000), 5_000);
  const { results } = await env.DB.prepare('SELECT job_id FROM request_claims').all();
  expect(results).toEqual([{ job_id: 'new' }]);
  expect(await planOf(clearQuery(drizzle(env.DB), 5_000))).toContain('request_claims_by_expiry');
});
