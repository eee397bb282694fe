import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { AT_WORK, AtWork } from '../../../src/jobs/at-work';
import { JobError } from '../../../src/jobs/errors';
import { type JobRef, PHASES } from '../../../src/jobs/job';
import type { WorkMessage } from '../../../src/jobs/ports';
import { deriveStatus } from '../../../src/jobs/status';
import { consumeDead, consumeWork, type Delivery } from '../../../src/pipeline/consumer';
import { LONGEST_TURN_MS } from '../../../src/pipeline/heartbeat';
import { runDocument } from '../../../src/pipeline/run-document';
import { BOOT, opening } from '../../support/job-states';
import { simulate, type World } from '../../support/simulated-ports';

const SCHEMA = { type: 'object', properties: { invoice_number: { type: 'string', title: 'Invoice number' } } };
const TEXT = 'Invoice number: RE-2026-117\n';

const world = (documents = 1): World => simulate(opening(documents, { fieldCount: 1 }), { schema: SCHEMA }, TEXT);

const message = (index: number, attempt = 1): WorkMessage => ({
  accountId: 'acme',
  jobId: opening(1).id,
  attempt,
  index,
  version: 1,
});

interface Answered extends Delivery {
  answer: 'ack' | 'retry' | null;
  delaySeconds: number | undefined;
}

const delivery = (body: unknown, attempts = 1): Answered => ({
  body,
  attempts,
  answer: null,
  delaySeconds: undefined,
  ack() {
    this.answer ??= 'ack';
  },
  retry(options) {
    this.answer ??= 'retry';
    this.delaySeconds = options?.delaySeconds;
  },
});

async function work(at: World, ...deliveries: readonly Answered[]): Promise<readonly (string | null)[]> {
  await consumeWork(at.ports, deliveries);
  return deliveries.map((each) => each.answer);
}

describe('a message', () => {
  test('is worked through and acknowledged; the same one again finds nothing to do', async () => {
    const at = world();
    expect(await work(at, delivery(message(0)))).toEqual(['ack']);
    expect(deriveStatus(at.state())).toBe('completed');
    const stored = [...at.outputs.keys()];
    expect(stored).toEqual(PHASES.extract.map((phase) => `1/0/${phase}.1`));
    expect(await work(at, delivery(message(0)), delivery(message(0)))).toEqual(['ack', 'ack']);
    expect([...at.outputs.keys()]).toEqual(stored);
  });

  test('of an earlier attempt, of an unknown shape, or for a document someone is at, is acknowledged and changes nothing', async () => {
    const at = world();
    at.apply({ kind: 'lease', attempt: 1, index: 0, boot: BOOT, now: 1_000 });
    const before = at.state();
    expect(
      await work(
        at,
        delivery(message(0)),
        delivery(message(0, 7)),
        delivery(message(99)),
        delivery({ hello: 'world' }),
      ),
    ).toEqual(['ack', 'ack', 'ack', 'ack']);
    expect(at.state()).toBe(before);
  });

  test('each of a batch is answered by itself: one that cannot reach its gate comes back later, the others are done', async () => {
    const at = world(3);
    let calls = 0;
    at.fault = (operation) => {
      if (operation === 'lease' && ++calls === 2) throw new JobError('storage-unavailable', 'gate out of reach');
    };
    const deliveries = [delivery(message(0)), delivery(message(1), 3), delivery(message(2))];
    expect(await work(at, ...deliveries)).toEqual(['ack', 'retry', 'ack']);
    expect(deliveries[1]?.delaySeconds).toBe(8);
    expect(at.state().documents.map((document) => document.outcome)).toEqual(['completed', 'waiting', 'completed']);
  });
});

test('a message whose gate stays out of reach is left to the gate, and never becomes a dead letter', async () => {
  const at = world();
  at.fault = (operation) => {
    if (operation === 'lease') throw new JobError('storage-unavailable', 'gate out of reach');
  };
  const answers: (string | null)[] = [];
  for (let attempts = 1; attempts <= 4; attempts++) answers.push(...(await work(at, delivery(message(0), attempts))));
  expect(answers).toEqual(['retry', 'retry', 'retry', 'ack']);
});

describe('a batch beside others', () => {
  test('is over once its turns have begun: they are acknowledged, go on by themselves, and leave their places', async () => {
    const at = world(2);
    let mayRead = () => {};
    const reading = new Promise<void>((resolve) => {
      mayRead = resolve;
    });
    const getRequest = at.ports.blobs.getRequest;
    const blobs = { ...at.ports.blobs, getRequest: (job: JobRef) => reading.then(() => getRequest(job)) };
    const turns: Promise<void>[] = [];
    const atWork = new AtWork();
    const workplace = { atWork, pause: async () => undefined, later: (turn: Promise<void>) => void turns.push(turn) };
    const deliveries = [delivery(message(0)), delivery(message(1)), delivery(message(99))];
    await consumeWork({ ...at.ports, blobs }, deliveries, workplace);
    expect(deliveries.map(({ answer }) => answer)).toEqual(['ack', 'ack', 'ack']);
    expect(deriveStatus(at.state())).toBe('running');
    expect(atWork.count).toBe(2);
    mayRead();
    await Promise.all(turns);
    expect(deriveStatus(at.state())).toBe('completed');
    expect(atWork.count).toBe(0);
  });
});

test('a message for which there is no place in all its time is put back, in the end left to the gate, and never becomes a dead letter', async () => {
  const at = world();
  const atWork = new AtWork();
  for (let taken = 0; taken < AT_WORK; taken++)
    await atWork.enter('other', { clock: () => 0, pause: async () => {} }, 1);
  const pause = async () => {
    at.now += 10_000;
  };
  const answers: (string | null)[] = [];
  for (let attempts = 1; attempts <= 4; attempts++) {
    const waiting = delivery(message(0), attempts);
    await consumeWork(at.ports, [waiting], { atWork, pause, later: () => {} });
    answers.push(waiting.answer);
  }
  expect(answers).toEqual(['retry', 'retry', 'retry', 'ack']);
  expect(deriveStatus(at.state())).toBe('queued');
});

describe('a turn', () => {
  const grant = (at: World) => {
    at.apply({ kind: 'lease', attempt: 1, index: 0, boot: BOOT, now: at.now });
    const document = at.state().documents[0];
    if (!document) throw new Error('no document');
    return {
      job: { accountId: 'acme', jobId: 'job' },
      attempt: 1,
      index: 0,
      token: document.token,
      operation: 'extract' as const,
      document,
    };
  };

  test('is handed back between two phases when time runs out, and the next goes on with the phase after', async () => {
    const at = world();
    at.fault = (operation) => {
      if (operation === 'report execute') at.now += 60_000;
    };
    await runDocument(at.ports, grant(at), at.now + 30_000);
    expect(at.state().documents[0]).toMatchObject({
      outcome: 'waiting',
      checkpoint: { phase: 'execute', token: 1 },
      errors: 0,
    });

    at.operations.length = 0;
    await runDocument(at.ports, grant(at), Number.POSITIVE_INFINITY);
    expect(at.operations.filter((operation) => operation.startsWith('report'))).toEqual([
      'report validate',
      'report reread',
    ]);
    expect([...at.outputs.keys()]).toEqual(['1/0/resolve.1', '1/0/execute.1', '1/0/validate.2', '1/0/reread.2']);
    expect(at.outputs.get('1/0/reread.2')?.cells).toEqual(
      at.outputs
        .get('1/0/execute.1')
        ?.cells.map(() => expect.objectContaining({ path: ['invoice_number'], value: 'RE-2026-117' })),
    );
  });

  test('that breaks off at any operation leaves a document that the next turn completes', async () => {
    const whole = world();
    await runDocument(whole.ports, grant(whole), Number.POSITIVE_INFINITY);
    for (let broken = 0; broken < whole.operations.length; broken++) {
      const at = world();
      at.fault = () => {
        if (at.operations.length > broken) throw new Error('the process is gone');
      };
      await runDocument(at.ports, grant(at), Number.POSITIVE_INFINITY).catch(() => undefined);
      at.fault = () => undefined;
      at.now += 200_000;
      at.apply({ kind: 'tick', boot: BOOT, now: at.now });
      await runDocument(at.ports, grant(at), Number.POSITIVE_INFINITY);
      expect(deriveStatus(at.state()), `broken at ${whole.operations[broken]}`).toBe('completed');
      const { checkpoint } = at.state().documents[0] ?? {};
      expect(at.outputs.get(`1/0/reread.${checkpoint?.token}`)?.cells).toHaveLength(1);
    }
  });

  test('stops at the phase under way when the job is cancelled', async () => {
    const at = world();
    at.fault = (operation) => {
      if (operation === 'putOutput execute') at.apply({ kind: 'cancel', now: at.now });
    };
    await runDocument(at.ports, grant(at), Number.POSITIVE_INFINITY);
    expect(at.operations.at(-1)).toBe('report execute');
    expect(at.state().documents[0]).toMatchObject({
      outcome: 'failed',
      checkpoint: { phase: 'resolve' },
      problem: { code: 'cancelled' },
    });
  });

  test('waits and tries again when a store fails, and gives the document up when it keeps failing', async () => {
    const at = world();
    at.fault = (operation) => {
      if (operation.startsWith('putOutput')) throw new Error('store is down');
    };
    const outcomes: string[] = [];
    for (let turn = 0; turn < 5; turn++) {
      await runDocument(at.ports, grant(at), Number.POSITIVE_INFINITY);
      outcomes.push(at.state().documents[0]?.outcome ?? 'gone');
      at.now += 200_000;
    }
    expect(outcomes).toEqual(['waiting', 'waiting', 'waiting', 'waiting', 'failed']);
    expect(at.state().documents[0]?.problem).toEqual({
      code: 'extraction-failed',
      message: 'The document could not be worked on',
    });
  });

  test('that hangs is given back, and the document is given up when it hangs every time', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const at = world();
    const hanging = {
      ...at.ports.reader,
      parse: () => ({ [Symbol.asyncIterator]: () => ({ next: () => new Promise<never>(() => undefined) }) }),
    };
    for (let turn = 1; turn <= 5; turn++) {
      const run = runDocument({ ...at.ports, reader: hanging }, grant(at), Number.POSITIVE_INFINITY);
      await vi.advanceTimersByTimeAsync(LONGEST_TURN_MS);
      await run;
      at.now += 200_000;
    }
    expect(at.state().documents[0]).toMatchObject({
      outcome: 'failed',
      problem: { code: 'timeout', message: 'invoice-0.pdf: not done after 12 minutes' },
    });
    expect(vi.getTimerCount()).toBe(0);
  });

  test('over an unreadable document fails it at once with the reason', async () => {
    const at = world();
    at.fault = (operation) => {
      if (operation === 'parse') throw new JobError('document-unreadable', 'invoice-0.pdf: encrypted');
    };
    await runDocument(at.ports, grant(at), Number.POSITIVE_INFINITY);
    expect(at.state().documents[0]).toMatchObject({
      outcome: 'failed',
      problem: { code: 'document-unreadable', message: 'invoice-0.pdf: encrypted' },
    });
  });
});

describe('a dead letter', () => {
  test('fails its document with the reason, and leaves one alone that has ended or that someone is at', async () => {
    const at = world(2);
    at.apply({ kind: 'lease', attempt: 1, index: 1, boot: BOOT, now: at.now });
    const letters = [delivery(message(0)), delivery(message(1)), delivery('nonsense')];
    await consumeDead(at.ports, letters);
    expect(letters.map((letter) => letter.answer)).toEqual(['ack', 'ack', 'ack']);
    expect(at.state().documents.map(({ outcome, problem }) => [outcome, problem?.message ?? null])).toEqual([
      ['failed', 'Given up: every delivery of its message failed'],
      ['running', null],
    ]);
  });
});
