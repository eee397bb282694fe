import { describe, expect, test } from 'vitest';
import type { Gate } from '../../../src/jobs/gate-port';
import { getJob } from '../../../src/jobs/get-job';
import type { JobIndex } from '../../../src/jobs/index-ports';
import type { JobStatus, JobSummary } from '../../../src/jobs/job';
import type { Ports } from '../../../src/jobs/ports';
import { summarise } from '../../../src/jobs/summary';
import { opened } from '../../support/job-states';

const NOW = 2_000;
const CALLER = { accountId: 'acme', keyId: 'key' };

const inStatus = (status: JobStatus, attempt: number): JobSummary => ({
  ...summarise(opened(1), NOW),
  status,
  attempt,
});

/** Of which nothing else is asked: that would fail. */
const gateThatSays = (summary: Gate['summary']): Gate => {
  const gate: Partial<Gate> = { summary };
  return gate as Gate;
};

const listThatSays = (get: JobIndex['get']): JobIndex => {
  const list: Partial<JobIndex> = { get };
  return list as JobIndex;
};

/** A gate that is ahead of what lists show. */
const ports = (listed: JobSummary, atGate: JobSummary): Ports => {
  const seen: Partial<Ports> = {
    clock: () => NOW,
    jobs: listThatSays(async () => listed),
    gates: { at: () => gateThatSays(async () => atGate) },
  };
  return seen as Ports;
};

describe('a job that is asked for', () => {
  test.each(['failed', 'cancelled'] as const)(
    'is shown as its gate has it when lists still show it %s: it may have been retried since',
    async (status) => {
      const job = await getJob(ports(inStatus(status, 1), inStatus('running', 2)), CALLER, 'job');
      expect(job).toMatchObject({ status: 'running', attempt: 2 });
    },
  );

  test('is read from lists alone once it has completed', async () => {
    const job = await getJob(ports(inStatus('completed', 1), inStatus('running', 2)), CALLER, 'job');
    expect(job).toMatchObject({ status: 'completed', attempt: 1 });
  });

  test('is waited for as long as was asked, though the clock is put forward meanwhile', async () => {
    const states = [inStatus('running', 1), inStatus('running', 1), inStatus('completed', 1)];
    let looks = 0;
    const seen: Ports = {
      ...ports(inStatus('running', 1), inStatus('running', 1)),
      clock: () => NOW + (looks > 1 ? 10 * 60_000 : 0),
      gates: { at: () => gateThatSays(async () => states[looks++] ?? null) },
      pause: async () => undefined,
    };
    const job = await getJob(seen, CALLER, 'job', 30);
    expect(job.status).toBe('completed');
  });
});
