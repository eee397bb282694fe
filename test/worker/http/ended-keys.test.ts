import { beforeEach, describe, expect, test } from 'vitest';
import { cancelJob } from '../../../src/jobs/cancel-job';
import { createJob } from '../../../src/jobs/create-job';
import { getJob } from '../../../src/jobs/get-job';
import { extractionOf, ports, storeInvoices } from '../../support/accounts';
import { type Account, fetchWorker, newAccount } from './account';
import { callerOf } from './ask-in';

let account: Account;
/** Of a job that waits for longer than any test lasts. */
let jobId: string;

beforeEach(async () => {
  account = await newAccount();
  const documents = await storeInvoices(callerOf(account), 1);
  const { job } = await createJob(ports(), callerOf(account), extractionOf(documents, { delayMs: 600_000 }));
  jobId = job.id;
});

const freshKey = async () =>
  (await account.call<{ id: string; key: string }>('POST', '/v1/keys', { json: { name: 'Watcher' } })).body;

const openWith = (key: string, path: string) => fetchWorker(path, { headers: { authorization: `Bearer ${key}` } });

/** Opened, and its first event come. */
async function openStream(key: string) {
  const { body } = await openWith(key, `/v1/jobs/${jobId}/events`);
  if (body === null) throw new Error('a stream without a body');
  const words = body.pipeThrough(new TextDecoderStream()).getReader();
  let begun = '';
  while (!begun.includes('event: state')) begun += (await words.read()).value ?? '';
  return async (): Promise<string> => {
    let rest = '';
    for (let next = await words.read(); !next.done; next = await words.read()) rest += next.value;
    return rest;
  };
}

describe('a key that ends while its request is under way', () => {
  test('hears nothing of what happens afterwards, and its stream is over', async () => {
    const { id, key } = await freshKey();
    const [ending, staying] = [await openStream(key), await openStream(account.key)];
    expect((await account.call('DELETE', `/v1/keys/${id}`)).status).toBe(200);
    await cancelJob(ports(), callerOf(account), jobId);
    expect(await ending()).toBe('');
    expect(await staying()).toContain('event: end');
  });

  test('has another secret: who has the old one hears nothing either', async () => {
    const { id, key } = await freshKey();
    const rest = await openStream(key);
    await account.call('POST', `/v1/keys/${id}/rotate`, { json: {} });
    await cancelJob(ports(), callerOf(account), jobId);
    expect(await rest()).toBe('');
  });

  test('gets no answer to what it waited for', async () => {
    const { id, key } = await freshKey();
    const waiting = openWith(key, `/v1/jobs/${jobId}?wait=30`);
    // Looked at by the one who waits at least once.
    await getJob(ports(), callerOf(account), jobId, 0.1);
    await account.call('DELETE', `/v1/keys/${id}`);
    await cancelJob(ports(), callerOf(account), jobId);
    expect((await waiting).status).toBe(401);
  });

  test('because its account is deleted: its stream is over, and what it waits for refused', async () => {
    const rest = await openStream(account.key);
    const waiting = openWith(account.key, `/v1/jobs/${jobId}?wait=30`);
    await getJob(ports(), callerOf(account), jobId, 0.1);
    await account.call('DELETE', `/v1/account?account=${account.id}`);
    expect(await rest()).toBe('');
    expect((await waiting).status).toBe(401);
  });
});
