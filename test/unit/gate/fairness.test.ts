import { describe, expect, test } from 'vitest';
import { Sending } from '../../../src/gate/sending';
import { TurnstileKeeper } from '../../../src/gate/turnstile-keeper';
import { TurnstileStore } from '../../../src/gate/turnstile-store';
import type { JobState } from '../../../src/jobs/job';
import type { JobEvent } from '../../../src/jobs/job-event';
import { transition } from '../../../src/jobs/lifecycle';
import { openJob } from '../../../src/jobs/open-job';
import type { WorkMessage } from '../../../src/jobs/ports';
import { BOOT, opening } from '../../support/job-states';
import { turnstileEntries } from '../../support/turnstile-entries';

const AT_ONCE = 8;
/** What follows from one document is far less. */
const MOST_CALLS = 1_000;

/** Jobs of several accounts over one queue, which is emptied message by message. */
function service() {
  const queue: WorkMessage[] = [];
  const jobs = new Map<string, { state: JobState; sending: Sending }>();
  let asked = 0;
  const turnstiles = new Map<string, TurnstileKeeper>();
  const under: Promise<unknown>[] = [];
  const at = { now: 1_000 };
  const clock = () => at.now;
  const later = (work: Promise<unknown>) => void under.push(work);

  const settle = async (jobId: string): Promise<void> => {
    const job = jobs.get(jobId);
    const apply = (event: JobEvent) => {
      if (job !== undefined) job.state = transition(job.state, event).state;
    };
    await job?.sending.run(() => job.state, apply);
  };
  const gates = {
    at: ({ jobId }: { readonly jobId: string }) => ({
      admit: async (places: Parameters<Sending['admit']>[0]) => {
        jobs.get(jobId)?.sending.admit(places);
        later(settle(jobId));
        return jobs.has(jobId);
      },
    }),
  };
  const turnstileOf = (accountId: string): TurnstileKeeper => {
    const known = turnstiles.get(accountId);
    if (known !== undefined) return known;
    const alarms = { setAlarm: async () => undefined, deleteAlarm: async () => undefined };
    const settings = { boot: BOOT, limits: { documentsAtOnce: AT_ONCE } };
    const store = new TurnstileStore(turnstileEntries());
    const keeper = new TurnstileKeeper({ ports: { clock, gates, settings }, store, alarms, later });
    turnstiles.set(accountId, keeper);
    return keeper;
  };
  const rest = async () => {
    for (let count = 0; under.length > 0; count++) {
      if (count > MOST_CALLS) throw new Error('jobs hand places to each other without end');
      await under.shift();
    }
  };

  const sendingOf = (accountId: string) =>
    new Sending({
      clock,
      work: { send: async (_, messages) => void queue.push(...messages) },
      turnstiles: {
        at: () => ({
          ask: async (request) => {
            asked += 1;
            return turnstileOf(accountId).ask(accountId, request);
          },
        }),
      },
    });

  return {
    queue,
    asked: () => asked,
    /** Gates that are put out of memory know no more of their turnstile. */
    forget(): void {
      for (const job of jobs.values()) job.sending = sendingOf(job.state.accountId);
    },
    async open(accountId: string, jobId: string, documents: number): Promise<void> {
      const state = openJob(opening(documents, { id: jobId, accountId }), BOOT, at.now);
      jobs.set(jobId, { state, sending: sendingOf(accountId) });
      await settle(jobId);
      await rest();
    },
    /** Whose message was next; its document ends. undefined: the queue is empty. */
    async takeUp(): Promise<string | undefined> {
      const message = queue.shift();
      const job = jobs.get(message?.jobId ?? '');
      if (message === undefined || job === undefined) return undefined;
      at.now += 500;
      const { attempt, index } = message;
      job.state = transition(job.state, { kind: 'lease', attempt, index, boot: BOOT, now: at.now }).state;
      const turn = { attempt, index, token: job.state.documents[index]?.token ?? 0 };
      const problem = { code: 'document-unreadable', message: '' } as const;
      job.state = transition(job.state, { kind: 'fail', turn, problem, now: at.now }).state;
      await settle(message.jobId);
      await rest();
      return message.jobId;
    },
  };
}

const FLOODS = [
  { jobs: 1, documents: 400 },
  { jobs: 100, documents: 4 },
  { jobs: 400, documents: 1 },
];

describe.each(FLOODS)('beside $jobs jobs of $documents documents of one account', ({ jobs, documents }) => {
  test('no more of them stand in front of another account’s than may be in flight, whenever it comes', async () => {
    const { queue, open, takeUp } = service();
    for (let job = 0; job < jobs; job++) await open('flooding', `flood ${job}`, documents);
    expect(queue).toHaveLength(AT_ONCE);
    for (let round = 0; round < 5; round++) {
      for (let done = 0; done < 20; done++) await takeUp();
      await open('quiet', `quiet ${round}`, 1);
      const inFront: string[] = [];
      for (let next = await takeUp(); next !== `quiet ${round}`; next = await takeUp()) inFront.push(next ?? 'nothing');
      expect(inFront.length).toBeLessThanOrEqual(AT_ONCE);
    }
  });

  test('all of them come to their turn, and jobs of the account in turns', async () => {
    const { open, takeUp } = service();
    for (let job = 0; job < jobs; job++) await open('flooding', `flood ${job}`, documents);
    await open('flooding', 'late', 1);
    const order: string[] = [];
    for (let next = await takeUp(); next !== undefined; next = await takeUp()) order.push(next);
    expect(order).toHaveLength(jobs * documents + 1);
    expect(order.indexOf('late')).toBeLessThanOrEqual(jobs + AT_ONCE + 2);
  });

  test('jobs whose gates are put out of memory again and again take what they are handed, and ask no more than before', async () => {
    const { open, takeUp, forget, asked } = service();
    for (let job = 0; job < jobs; job++) await open('flooding', `flood ${job}`, documents);
    const askedToOpen = asked();
    let done = 0;
    for (; (await takeUp()) !== undefined; done++) forget();
    expect(done).toBe(jobs * documents);
    expect(asked() - askedToOpen).toBeLessThanOrEqual(2 * done);
  });
});
