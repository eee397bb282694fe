import { expect, test } from 'vitest';
import { Sending } from '../../../src/gate/sending';
import type { JobState } from '../../../src/jobs/job';
import { transition } from '../../../src/jobs/lifecycle';
import type { WorkMessage } from '../../../src/jobs/ports';
import type { Answer, PlaceRequest, Places } from '../../../src/jobs/turnstile';
import { BOOT, opened } from '../../support/job-states';

/** A job that sends, its clock, and a turnstile that answers what it is told to. */
function world(documents: number, answer: (request: PlaceRequest) => Omit<Places, 'seq'> & Partial<Answer>) {
  let state: JobState | null = opened(documents);
  const asked: PlaceRequest[] = [];
  const sent: WorkMessage[] = [];
  const at = { now: 1_000, seq: 0 };
  const sending = new Sending({
    clock: () => at.now,
    work: { send: async (_, messages) => void sent.push(...messages) },
    turnstiles: {
      at: () => ({
        ask: async (request) => {
          asked.push(request);
          at.seq += 1;
          return { isLate: false, ...answer(request), seq: at.seq };
        },
      }),
    },
  });
  const apply = (event: Parameters<typeof transition>[1]) => {
    if (state !== null) state = transition(state, event).state;
  };
  const run = () => sending.run(() => state, apply);
  const end = (index: number) => {
    apply({ kind: 'lease', attempt: 1, index, boot: BOOT, now: at.now });
    const turn = { attempt: 1, index, token: state?.documents[index]?.token ?? 0 };
    apply({ kind: 'fail', turn, problem: { code: 'document-unreadable', message: '' }, now: at.now });
    return run();
  };
  return { at, asked, sent, sending, apply, run, end, indexes: () => sent.map(({ index }) => index) };
}

const alone = (limit: number) => (request: PlaceRequest) => ({
  places: Math.min(limit, request.inFlight + request.wanted),
  isContended: false,
});

const told = (asked: readonly PlaceRequest[]) => asked.map(({ inFlight, wanted }) => [inFlight, wanted]);

test('a job of one document asks once and gives its place back once', async () => {
  const { asked, indexes, run, end } = world(1, alone(4));
  await run();
  await run();
  await end(0);
  await run();
  expect(indexes()).toEqual([0]);
  expect(told(asked)).toEqual([
    [0, 1],
    [0, 0],
  ]);
});

test('a job that nobody waits for uses its places again without asking, and asks now and then whether that is still so', async () => {
  const { at, asked, indexes, run, end } = world(40, alone(2));
  await run();
  for (let index = 0; index < 9; index++) await end(index);
  expect(indexes()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(asked).toHaveLength(1);
  at.now += 1_000;
  await end(9);
  expect(told(asked).slice(1)).toEqual([[1, 29]]);
});

test('a job that others wait for gives each place back, and sends what it is handed without asking', async () => {
  const { at, asked, indexes, run, end, sending } = world(9, ({ inFlight }) => ({
    places: Math.max(inFlight, asked.length === 1 ? 2 : 0),
    isContended: true,
  }));
  await run();
  await end(0);
  expect(indexes()).toEqual([0, 1]);
  expect(told(asked)).toEqual([
    [0, 9],
    [1, 7],
  ]);
  sending.admit({ places: 2, isContended: true, seq: at.seq + 1 });
  await run();
  expect(indexes()).toEqual([0, 1, 2]);
  expect(asked).toHaveLength(2);
});

test('a job that was put out of memory while it waited sends what it is handed, and does not give it back by asking', async () => {
  const { at, asked, indexes, run, sending } = world(9, ({ inFlight }) => ({ places: inFlight, isContended: true }));
  sending.admit({ places: 1, isContended: true, seq: at.seq + 1 });
  await run();
  expect(indexes()).toEqual([0]);
  expect(told(asked)).toEqual([]);
});

test('a job that ended while it waited gives back what it is handed', async () => {
  const { at, asked, run, apply, sending } = world(9, ({ inFlight }) => ({ places: inFlight, isContended: true }));
  apply({ kind: 'cancel', now: at.now });
  sending.admit({ places: 1, isContended: true, seq: at.seq + 1 });
  await run();
  expect(told(asked)).toEqual([[0, 0]]);
});

test('what was said before the last answer is out of date', async () => {
  const { indexes, run, sending } = world(9, () => ({ places: 1, isContended: true }));
  await run();
  sending.admit({ places: 5, isContended: false, seq: 0 });
  await run();
  expect(indexes()).toEqual([0]);
});

test('a job that is told that it is late asks once more, and says what it has heard', async () => {
  const { asked, indexes, run } = world(2, () => ({ places: 2, isContended: false, isLate: asked.length === 1 }));
  await run();
  expect(asked.map(({ heard }) => heard)).toEqual([0, 1]);
  expect(indexes()).toEqual([0, 1]);
});

test('a job that waits says so again after a while, not at every look', async () => {
  const { at, asked, run } = world(1, () => ({ places: 0, isContended: true }));
  await run();
  at.now += 3_000;
  await run();
  expect(asked).toHaveLength(1);
  at.now += 7_000;
  await run();
  expect(asked).toHaveLength(2);
});

test('a job whose clock was ahead when it said that it waits says so again once it is right', async () => {
  const { at, asked, run } = world(1, () => ({ places: 0, isContended: true }));
  at.now += 600_000;
  await run();
  at.now -= 600_000;
  await run();
  expect(asked).toHaveLength(2);
});

test('a job that is cancelled while it waits leaves', async () => {
  const { at, asked, run, apply } = world(3, () => ({ places: 0, isContended: true }));
  await run();
  apply({ kind: 'cancel', now: at.now });
  await run();
  await run();
  expect(told(asked)).toEqual([
    [0, 3],
    [0, 0],
  ]);
});

test('a job whose turnstile is out of reach goes on, with one document at a time', async () => {
  const { indexes, run, end } = world(3, () => {
    throw new Error('Network connection lost.');
  });
  await run();
  expect(indexes()).toEqual([0]);
  await end(0);
  await end(1);
  expect(indexes()).toEqual([0, 1, 2]);
});

test('a document that ends while the turnstile is asked leaves no place behind', async () => {
  const during: (() => void)[] = [];
  const { asked, run, apply, at } = world(1, (request) => {
    during.shift()?.();
    return alone(4)(request);
  });
  during.push(() => apply({ kind: 'cancel', now: at.now }));
  await run();
  expect(told(asked)).toEqual([
    [0, 1],
    [0, 0],
  ]);
});
