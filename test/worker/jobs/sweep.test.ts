import { runDurableObjectAlarm } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, test, vi } from 'vitest';
import { getJob } from '../../../src/jobs/get-job';
import type { Ports } from '../../../src/jobs/ports';
import { getMarkdown } from '../../../src/jobs/read-markdown';
import type { Caller } from '../../../src/jobs/records';
import { PLAIN_READING } from '../../../src/jobs/request';
import { sweep } from '../../../src/jobs/retention/sweep';
import { storeDocument } from '../../../src/jobs/store-document';
import { invoiceText, newCaller, ports, startJob, storeInvoices } from '../../support/accounts';
import { endRetention, gateOf } from '../../support/end-retention';

const keysOf = async ({ accountId }: Caller): Promise<string[]> =>
  (await env.BLOBS.list({ prefix: `accounts/${accountId}/` })).objects.map(({ key }) => key);

/** The world so much later; what is stored keeps the time at which it was. */
const later = (ms: number, changes: Partial<Ports> = {}): Ports => ({
  ...ports(),
  clock: () => Date.now() + ms,
  ...changes,
});
const grace = () => ports().settings.sweepGraceMs + 1_000;

const bytes = new TextEncoder().encode(invoiceText(100));
const output = { cells: [], pages: 1, pageSizes: [], language: null, elapsedMs: 1, notices: [] };
const turn = { attempt: 1, index: 0, phase: 'resolve', token: 1 } as const;

/** What is stored of a request whose job is not opened yet. */
async function requestOf(caller: Caller): Promise<string> {
  const jobId = crypto.randomUUID();
  const ref = { accountId: caller.accountId, jobId };
  const plain = { schema: {}, schemaId: null, options: PLAIN_READING, asked: null };
  await ports().blobs.putRequest(ref, { jobId, assignment: { operation: 'extract' }, ...plain });
  return jobId;
}

async function well(world: Ports): Promise<void> {
  expect((await sweep(world)).filter(({ error }) => error !== null)).toEqual([]);
}

describe('the sweep', () => {
  test('deletes bytes without a document, what was read of them, and what no job asked for, once they are old', async () => {
    const caller = newCaller();
    const { accountId } = caller;
    await ports().blobs.putContent(accountId, 'f00d', bytes);
    const parsed = { accountId, sha256: 'beef', variant: `${ports().reader.parserVersion}/txt/all`, part: 1 };
    await ports().blobs.putParsed(parsed, { json: '{}', isLast: true, pageCount: 1 });
    await requestOf(caller);
    await well(ports());
    await well(later(grace() - 60_000));
    expect(await keysOf(caller)).toHaveLength(3);
    await well(later(grace()));
    expect(await keysOf(caller)).toEqual([]);
  });

  test('leaves everything that somebody owns', async () => {
    const caller = newCaller();
    const [document] = await storeInvoices(caller, 1);
    const { id } = await startJob(caller, [document ?? expect.fail()]);
    await getJob(ports(), caller, id, 20);
    await vi.waitUntil(async () => (await ports().jobs.get(caller.accountId, id))?.status === 'completed', {
      timeout: 10_000,
    });
    const before = await keysOf(caller);
    expect(before.length).toBeGreaterThan(5);
    await well(later(grace()));
    expect(await keysOf(caller)).toEqual(before);
  });

  test('believes the gate of a job that lists do not show', async () => {
    const caller = newCaller();
    const { id } = await startJob(caller, await storeInvoices(caller, 1));
    await getJob(ports(), caller, id, 20);
    const before = await keysOf(caller);
    const { upkeep } = ports();
    await well(later(grace(), { upkeep: { ...upkeep, notKept: async (jobs) => jobs } }));
    expect(await keysOf(caller)).toEqual(before);
  });

  test('deletes what was stored for an expired job after its gate looked for the last time', async () => {
    const caller = newCaller();
    const { id } = await startJob(caller, await storeInvoices(caller, 1));
    await getJob(ports(), caller, id, 20);
    await endRetention(caller, id);
    await runDurableObjectAlarm(gateOf(caller, id));
    await vi.waitUntil(async () => (await ports().jobs.get(caller.accountId, id))?.status === 'expired', {
      timeout: 10_000,
    });
    await ports().blobs.putOutput({ accountId: caller.accountId, jobId: id, ...turn }, output);
    await well(later(grace()));
    expect((await keysOf(caller)).filter((key) => key.includes('/jobs/'))).toEqual([]);
  });

  test('takes no bytes from a document that is stored while it deletes them', async () => {
    const caller = newCaller();
    const { blobs } = ports();
    const sha256 = (await storeDocument(ports(), newCaller(), { filename: 'a.txt', bytes })).sha256;
    await blobs.putContent(caller.accountId, sha256, bytes);
    const stored: string[] = [];
    const meanwhile: Partial<Ports> = {
      blobs: {
        ...blobs,
        async deleteContent(...args) {
          if (args[0] === caller.accountId)
            stored.push((await storeDocument(ports(), caller, { filename: 'a.txt', bytes })).id);
          return blobs.deleteContent(...args);
        },
      },
    };
    await well(later(grace(), meanwhile));
    expect(stored).toHaveLength(1);
    expect(await getMarkdown(ports(), caller, stored[0] ?? '')).toContain('RE-2026-100');
  });

  test('deletes what parsers of another version read, and keeps what was used last within the budget of its account', async () => {
    const caller = newCaller();
    const documents = await storeInvoices(caller, 3);
    const { settings, blobs } = ports();
    for (const { id } of documents) {
      await getMarkdown(ports(), caller, id);
      await vi.waitUntil(async () => (await keysOf(caller)).some((key) => key.includes(`/parsed/`)));
    }
    const old = { accountId: caller.accountId, sha256: documents[0]?.sha256 ?? '', variant: '0/txt/all', part: 1 };
    await blobs.putParsed(old, { json: '{}', isLast: true, pageCount: 1 });
    const parsed = async () => (await keysOf(caller)).filter((key) => key.includes('/parsed/'));
    expect(await parsed()).toHaveLength(4);
    await well(later(grace()));
    expect(await parsed()).toHaveLength(3);

    const sizes = (await env.BLOBS.list({ prefix: `accounts/${caller.accountId}/parsed/` })).objects;
    const parsedCacheBytes = sizes.reduce((sum, { size }) => sum + size, 0) - 1;
    await well(later(0, { settings: { ...settings, parsedCacheBytes } }));
    expect(await parsed()).toHaveLength(2);
    for (const { id } of documents) expect(await getMarkdown(ports(), caller, id)).toContain('RE-2026-10');
    expect(await parsed()).toHaveLength(3);
  });

  test('a job reads again what was taken out of the store of parsed documents while it runs', async () => {
    const caller = newCaller();
    const documents = await storeInvoices(caller, 4);
    const { id } = await startJob(caller, documents);
    const nothing = later(0, { settings: { ...ports().settings, parsedCacheBytes: 1 } });
    const job = await (async () => {
      for (;;) {
        await well(nothing);
        const seen = await getJob(ports(), caller, id);
        if (seen.endedAt !== null) return seen;
      }
    })();
    expect(job).toMatchObject({ status: 'completed', completedDocuments: 4, filledCells: 12 });
  });

  test('goes on where it ended when there is more than one looks at, and begins again at the end', async () => {
    const caller = newCaller();
    const names = Array.from({ length: 12 }, (_, index) => index.toString(16).padStart(4, '0'));
    for (const name of names) await ports().blobs.putContent(caller.accountId, name, bytes);
    const { blobWalk } = ports();
    const looks: (string | null)[] = [];
    // Five a page, and no time for a second one.
    let now = Date.now() + grace();
    const hurried = later(0, {
      clock: () => (now += 20 * 60_000),
      blobWalk: {
        ...blobWalk,
        async page(after) {
          looks.push(after);
          const { blobs, isLast } = await blobWalk.page(after);
          return { blobs: blobs.slice(0, 5), isLast: isLast && blobs.length <= 5 };
        },
      },
    });
    for (let run = 0; run < 4; run += 1) await well(hurried);
    expect(looks.map((after) => after?.slice(-4) ?? null)).toEqual([null, '0004', '0009', null]);
    expect(await keysOf(caller)).toEqual([]);
  });

  test('forgets deleted jobs, claims and grants that ran out; a chore that fails keeps no other from being done', async () => {
    const caller = newCaller();
    const { accountId } = caller;
    const { id } = await startJob(caller, await storeInvoices(caller, 1));
    await ports().gates.at({ accountId, jobId: id }).remove();
    const claim = { jobId: 'j', fingerprint: 'f', claimedAt: 0, expiresAt: Date.now() + 1_000, isResent: false };
    await ports().requests.claim(accountId, 'key:1', claim, Date.now());
    await vi.waitUntil(
      async () => (await env.DB.prepare('select 1 from jobs where deleted_at is not null').first()) !== null,
      { timeout: 10_000 },
    );
    const { upkeep } = ports();
    const failing = later(2 * 60 * 60_000, {
      upkeep: { ...upkeep, walkedTo: () => Promise.reject(new Error('no')) },
    });
    const reports = await sweep(failing);
    expect(reports.filter(({ error }) => error !== null).map(({ chore }) => chore)).toEqual(['blobs']);
    const rows = (table: string) => env.DB.prepare(`select count(*) as n from ${table}`).first('n');
    expect([await rows('jobs'), await rows('request_claims'), await rows('grants')]).toEqual([0, 0, 0]);
  });
});
