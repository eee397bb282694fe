import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  askForPlaces,
  HOLD_MS,
  handOut,
  NOBODY,
  type PlaceRequest,
  type Turnstile,
  takeDown,
} from '../../../src/jobs/turnstile';

const LIMIT = 4;

/** What a gate says, one that has heard nothing yet unless told otherwise. */
const says = (more: Partial<PlaceRequest>): PlaceRequest => ({
  ...{ jobId: 'a', priority: 'normal', inFlight: 0, wanted: 0, heard: 0 },
  ...more,
});

/** A turnstile that is asked one request after another. */
function account(turnstile: Turnstile = NOBODY) {
  let state = turnstile;
  const ask = (jobId: string, inFlight: number, wanted: number, now: number, more: Partial<PlaceRequest> = {}) => {
    const request: PlaceRequest = { jobId, priority: 'normal', inFlight, wanted, heard: state.seq, ...more };
    const { turnstile, answer, called } = askForPlaces(state, request, LIMIT, now);
    state = turnstile;
    return {
      places: answer.places,
      isContended: answer.isContended,
      called: called.map(({ jobId, places }) => [jobId, places.places]),
    };
  };
  return { ask, state: () => state };
}

describe('places of an account', () => {
  test('all go to a job that is alone, and no more than it wants', () => {
    expect(account().ask('large', 0, 2_000, 1)).toEqual({ places: 4, isContended: false, called: [] });
    expect(account().ask('small', 0, 1, 1)).toEqual({ places: 1, isContended: false, called: [] });
  });

  test('that come free go to a job that waits, before the one that gives them back', () => {
    const { ask } = account();
    ask('large', 0, 2_000, 1);
    expect(ask('small', 0, 1, 2)).toEqual({ places: 0, isContended: true, called: [] });
    expect(ask('large', 3, 1_996, 3)).toEqual({ places: 3, isContended: false, called: [['small', 1]] });
    expect(ask('small', 0, 0, 4)).toEqual({ places: 0, isContended: true, called: [['large', 4]] });
  });

  test('are handed out in turn: of many jobs that wait each gets one before any gets its second', () => {
    const { ask } = account();
    ask('first', 0, 4, 1);
    for (const job of ['a', 'b', 'c']) ask(job, 0, 9, 2);
    expect(ask('first', 0, 0, 3).called).toEqual([
      ['a', 2],
      ['b', 1],
      ['c', 1],
    ]);
    expect(ask('c', 0, 9, 4)).toEqual({ places: 1, isContended: true, called: [] });
    expect(ask('a', 1, 7, 5).called).toEqual([['b', 2]]);
  });

  test('that a clock ahead has dated are held no longer than others, once it is right again', () => {
    const { ask } = account();
    ask('silent', 0, LIMIT, 600_000);
    expect(ask('waiting', 0, 1, 1)).toMatchObject({ places: 0 });
    expect(ask('waiting', 0, 1, HOLD_MS)).toMatchObject({ places: 0 });
    expect(ask('waiting', 0, 1, 1 + HOLD_MS)).toMatchObject({ places: 1 });
  });

  test('go to urgent jobs first', () => {
    const { ask } = account();
    ask('large', 0, 2_000, 1);
    ask('usual', 0, 1, 2);
    ask('urgent', 0, 1, 3, { priority: 'high' });
    expect(ask('large', 3, 1_996, 4).called).toEqual([['urgent', 1]]);
  });

  test('are not lost by saying the same twice, and a job that says again that it waits keeps its turn', () => {
    const { ask } = account();
    ask('large', 0, 2_000, 1);
    ask('early', 0, 1, 2);
    ask('late', 0, 1, 3);
    expect(ask('early', 0, 1, 4)).toEqual({ places: 0, isContended: true, called: [] });
    expect(ask('large', 3, 1_996, 5).called).toEqual([['early', 1]]);
    expect(ask('large', 3, 1_996, 6)).toEqual({ places: 3, isContended: true, called: [] });
  });

  test('of a job that says nothing more are free again after a while', () => {
    const { ask } = account();
    ask('silent', 0, 4, 1);
    expect(ask('next', 0, 4, HOLD_MS).places).toBe(0);
    expect(ask('next', 0, 4, 1 + HOLD_MS).places).toBe(4);
  });

  test('that a job already has are its own though the turnstile forgot them, and nobody gets more until they are back', () => {
    const { ask } = account();
    ask('a', 3, 0, 1);
    expect(ask('b', 3, 5, 2)).toEqual({ places: 3, isContended: false, called: [] });
    expect(ask('a', 0, 0, 3).called).toEqual([['b', 4]]);
  });

  test('what is said later has a higher number, also when the clock stands still', () => {
    const first = askForPlaces(NOBODY, says({ wanted: 1 }), LIMIT, 5);
    const second = askForPlaces(first.turnstile, says({ inFlight: 1, heard: first.answer.seq }), LIMIT, 5);
    expect(second.answer.seq).toBeGreaterThan(first.answer.seq);
    const full = askForPlaces(second.turnstile, says({ jobId: 'b', wanted: LIMIT }), LIMIT, 5);
    const later = handOut(full.turnstile, LIMIT + 1, 5);
    expect(later.called.map(({ places }) => places.seq > full.answer.seq)).toEqual([true]);
  });

  test('a call that was given up and made again is late when it arrives after that one, and changes nothing', () => {
    const { turnstile: before } = askForPlaces(NOBODY, says({ jobId: 'other', wanted: LIMIT }), LIMIT, 1);
    const again = askForPlaces(before, says({ wanted: 2 }), LIMIT, 2);
    const late = askForPlaces(again.turnstile, says({ wanted: 0 }), LIMIT, 3);
    expect(late).toMatchObject({ answer: { isLate: true, seq: again.answer.seq }, called: [] });
    expect(late.turnstile).toBe(again.turnstile);
  });

  test('a gate that did not hear the answer, or was put out of memory, is taken at its word when it asks once more', () => {
    const first = askForPlaces(NOBODY, says({ wanted: 2 }), LIMIT, 1);
    const late = askForPlaces(first.turnstile, says({ inFlight: 2 }), LIMIT, 2);
    const again = askForPlaces(late.turnstile, says({ inFlight: 2, heard: late.answer.seq }), LIMIT, 2);
    expect([late, again].map(({ answer }) => answer.isLate)).toEqual([true, false]);
    expect(again.answer.places).toBe(2);
  });

  test('what is handed to a job meanwhile does not make late what it says of how it stands', () => {
    const first = askForPlaces(NOBODY, says({ wanted: 2 * LIMIT }), LIMIT, 1);
    const more = handOut(first.turnstile, LIMIT + 1, 2);
    const crossing = says({ inFlight: LIMIT, wanted: 1, heard: first.answer.seq });
    expect(askForPlaces(more.turnstile, crossing, LIMIT + 1, 3).answer).toMatchObject({
      isLate: false,
      places: LIMIT + 1,
    });
  });
});

interface Job {
  readonly id: string;
  left: number;
  inFlight: number;
  /** What it is told does not reach it. */
  isDeaf: boolean;
}

/** Jobs of so many documents that do what their gates do. */
function jobsOf(sizes: readonly number[]) {
  let state = NOBODY;
  let now = 0;
  const jobs = sizes.map((left, index): Job => ({ id: `job ${index}`, left, inFlight: 0, isDeaf: false }));
  const send = (job: Job, places: number) => {
    const more = Math.max(0, Math.min(job.left, places - job.inFlight));
    job.inFlight += more;
    job.left -= more;
  };
  const say = (job: Job, inFlight: number, wanted: number) => {
    now += 100;
    const request = says({ jobId: job.id, inFlight, wanted, heard: state.seq });
    const { turnstile, answer, called } = askForPlaces(state, request, LIMIT, now);
    state = turnstile;
    for (const { jobId, places, before } of called) {
      const other = jobs.find(({ id }) => id === jobId);
      if (other === undefined) continue;
      if (other.isDeaf) state = takeDown(state, before, now);
      else send(other, places.places);
    }
    return answer.places;
  };
  return { jobs, held: () => state.holdings.reduce((sum, { places }) => sum + places, 0), say, send };
}

test('jobs that work, break off and are out of reach never have more places than there are, and come to their end', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 });
  const does = fc.constantFrom('end', 'end', 'end', 'look', 'break off', 'out of reach');
  const steps = fc.array(fc.record({ at: fc.nat(5), does }), { maxLength: 60 });
  fc.assert(
    fc.property(sizes, steps, (documents, happens) => {
      const { jobs, held, say, send } = jobsOf(documents);
      const look = (job: Job) => {
        send(job, say(job, job.inFlight, job.left));
        expect(held()).toBeLessThanOrEqual(LIMIT);
        expect(jobs.reduce((sum, { inFlight }) => sum + inFlight, 0)).toBeLessThanOrEqual(LIMIT);
      };
      for (const { at, does } of happens) {
        const job = jobs[at % jobs.length];
        if (job === undefined) continue;
        job.isDeaf = does === 'out of reach';
        if (does === 'end' && job.inFlight > 0) job.inFlight -= 1;
        if (does === 'break off') {
          job.left += job.inFlight;
          job.inFlight = 0;
        }
        if (does === 'end' || does === 'look') look(job);
      }
      const isOpen = ({ left, inFlight }: Job) => left + inFlight > 0;
      for (let round = 0; round < 100 && jobs.some(isOpen); round++) {
        for (const job of jobs) {
          job.isDeaf = false;
          job.inFlight = 0;
          look(job);
        }
      }
      expect(jobs.filter(isOpen)).toEqual([]);
    }),
  );
});
