/** Stores whose bindings fail, before or after they did what they were asked. */
import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { PLAIN_DOCUMENT } from '../../../src/jobs/store-document';
import { createD1DocumentIndex } from '../../../src/stores/d1/document-index';
import { createD1RequestLedger } from '../../../src/stores/d1/request-ledger';
import { createSteadyDatabase } from '../../../src/stores/d1/steady-database';
import { createR2BlobStore } from '../../../src/stores/r2/blob-store';
import { createSteadyBlobs } from '../../../src/stores/r2/steady-blobs';
import type { Decide, Fault } from '../../chaos/worker/fault';
import { faultyBucket } from '../../chaos/worker/faulty-binding';
import { faultyDatabase } from '../../chaos/worker/faulty-database';
import { PATIENCE } from '../../support/patience';

const KINDS = ['before', 'after'] as const;
const LOST = new Error('D1_ERROR: Network connection lost.');
const INTERNAL = new Error('put: We encountered an internal error. Please try again. (10001)');

/** The first `times` calls go wrong. */
function failing(times: number, fault: Fault): { readonly decide: Decide; readonly calls: () => number } {
  let calls = 0;
  return {
    decide: () => {
      calls += 1;
      return calls <= times ? fault : { kind: 'none' };
    },
    calls: () => calls,
  };
}

const documentOf = (id: string) => ({
  id,
  accountId: 'a',
  filename: 'a.txt',
  mediaType: 'text/plain',
  sizeBytes: 1,
  sha256: 'same',
  status: 'pending' as const,
  pages: null,
  language: null,
  problem: null,
  createdAt: 1,
  ...PLAIN_DOCUMENT,
});

describe.each(KINDS)('D1 that loses the connection %s it has run a statement', (kind) => {
  const lost = { kind, error: LOST };

  test('adds a document once', async () => {
    const { decide, calls } = failing(2, lost);
    const index = createD1DocumentIndex(createSteadyDatabase(faultyDatabase(env.DB, decide), PATIENCE));
    expect((await index.add(documentOf('one'))).id).toBe('one');
    expect(calls()).toBe(3);
    expect((await index.add(documentOf('two'))).id).toBe('one');
  });

  test('gives one claim to a request', async () => {
    const ledger = createD1RequestLedger(
      createSteadyDatabase(faultyDatabase(env.DB, failing(3, lost).decide), PATIENCE),
    );
    const claim = { fingerprint: 'f', claimedAt: 1, expiresAt: 9, isResent: false };
    expect((await ledger.claim('a', 'key', { ...claim, jobId: 'one' }, 1)).jobId).toBe('one');
    expect((await ledger.claim('a', 'key', { ...claim, jobId: 'two' }, 1)).jobId).toBe('one');
  });

  test('is not asked a second time what it has changed', async () => {
    await createD1DocumentIndex(env.DB).add(documentOf('one'));
    const { decide, calls } = failing(1, lost);
    const index = createD1DocumentIndex(createSteadyDatabase(faultyDatabase(env.DB, decide), PATIENCE));
    await expect(index.remove('a', 'one')).rejects.toThrow();
    expect(calls()).toBe(1);
  });
});

test('D1 that is overloaded is left alone', async () => {
  const overloaded = new Error('D1_ERROR: D1 DB is overloaded. Requests queued for too long.');
  const { decide, calls } = failing(9, { kind: 'before', error: overloaded });
  const index = createD1DocumentIndex(createSteadyDatabase(faultyDatabase(env.DB, decide), PATIENCE));
  await expect(index.get('a', 'one')).rejects.toThrow();
  expect(calls()).toBe(1);
});

describe.each(KINDS)('R2 that fails %s it has done what it was asked', (kind) => {
  const ref = { accountId: 'a', jobId: 'j', attempt: 1, index: 0, phase: 'resolve', token: 1 } as const;
  const bytes = new Uint8Array([1, 2, 3]);
  const storeFailing = (times: number) =>
    createSteadyBlobs(
      createR2BlobStore(faultyBucket(env.BLOBS, failing(times, { kind, error: INTERNAL }).decide)),
      PATIENCE,
    );

  test('is asked again', async () => {
    await storeFailing(3).putFile(ref, bytes);
    expect(await storeFailing(3).getFile(ref)).toEqual(bytes);
    await storeFailing(2).deleteJob({ accountId: 'a', jobId: 'j' });
    expect(await createR2BlobStore(env.BLOBS).getFile(ref)).toBeNull();
  });

  test('is unavailable when that does not help', async () => {
    await expect(storeFailing(4).getFile(ref)).rejects.toMatchObject({ code: 'storage-unavailable' });
  });
});
