import { describe, expect, test } from 'vitest';
import { JobError } from '../../../src/jobs/errors';
import { getJob } from '../../../src/jobs/get-job';
import type { Ports } from '../../../src/jobs/ports';
import { outage } from '../../../src/jobs/steadily';
import { summarise } from '../../../src/jobs/summary';
import { opened } from '../../support/job-states';

const CALLER = { accountId: 'account', keyId: 'key' };
const SUMMARY = summarise(opened(1), 2_000);

/** The index fails; the gate knows the job. */
const portsWith = (failure: Error): Ports => {
  const jobs = { get: () => Promise.reject(failure) };
  const gates = { at: () => ({ summary: async () => SUMMARY }) };
  return { clock: () => 2_000, pause: async () => undefined, jobs, gates } as unknown as Ports;
};

describe('A job whose index cannot be reached', () => {
  test('is read from its gate', async () => {
    expect(await getJob(portsWith(outage('The database')), CALLER as never, SUMMARY.id)).toEqual(SUMMARY);
  });

  test('is not when the index itself is wrong', async () => {
    const wrong = new JobError('internal', 'no such table');
    await expect(getJob(portsWith(wrong), CALLER as never, SUMMARY.id)).rejects.toBe(wrong);
  });
});
