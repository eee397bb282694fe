import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Turn } from '../../../src/jobs/gate-port';
import { isTerminal, type JobState, PHASES } from '../../../src/jobs/job';
import type { JobEvent, Verdict } from '../../../src/jobs/job-event';
import { LEASE_MS, transition } from '../../../src/jobs/lifecycle';
import { changesBetween } from '../../../src/jobs/live-changes';
import type { LiveEvent } from '../../../src/jobs/live-event';
import { isToBeCleared, owedMessages } from '../../../src/jobs/schedule';
import { deriveStatus, hasEnded } from '../../../src/jobs/status';
import { summarise } from '../../../src/jobs/summary';
import { opened } from '../../support/job-states';

/** What the outside has seen of the job; every command checks the real state against it. */
interface Model {
  ended: boolean;
  progress: number;
  attempt: number;
  outcomes: Map<string, string>;
  /** The job as it was deleted; null: it was not. */
  deleted: JobState | null;
}

interface Real {
  state: JobState;
  now: number;
  boot: string;
  /** Every turn ever granted: late and repeated reports are drawn from here. */
  turns: Turn[];
  log: LiveEvent[];
}

/** One event, whatever it is, and what must hold after it. */
class Happens implements fc.Command<Model, Real> {
  constructor(
    readonly label: string,
    readonly eventOf: (real: Real) => JobEvent | null,
  ) {}
  check = () => true;
  toString = () => this.label;
  run(model: Model, real: Real): void {
    const event = this.eventOf(real);
    if (event === null) return;
    const before = real.state;
    const { state, verdict } = transition(before, event);
    real.state = state;
    real.log.push(...changesBetween(before, state, real.now));
    noteTurn(real, event, verdict);
    holds(model, real, event);
  }
}

function noteTurn(real: Real, event: JobEvent, verdict: Verdict): void {
  if (event.kind === 'lease' && verdict.kind === 'granted')
    real.turns.push({ attempt: event.attempt, index: event.index, token: verdict.lease.token });
}

function holds(model: Model, real: Real, event: JobEvent): void {
  const is = summarise(real.state, real.now);
  const retried = is.attempt > model.attempt;
  if (event.kind !== 'retry') expect(retried).toBe(false);
  if (model.deleted !== null) expect(real.state).toBe(model.deleted);
  expect(real.state.deletedAt !== null).toBe(event.kind === 'remove' || model.deleted !== null);
  if (real.state.deletedAt !== null) {
    model.deleted = real.state;
    expect(isTerminal(is.status)).toBe(true);
    expect(isToBeCleared(real.state, real.now)).toBe(true);
    expect(owedMessages(real.state, real.now)).toEqual([]);
  }
  if (model.ended && !retried) expect(isTerminal(is.status)).toBe(true);
  if (!retried) expect(is.progress).toBeGreaterThanOrEqual(model.progress);

  expect(real.state.documents.map((document) => document.documentId)).toEqual([...model.outcomes.keys()]);
  expect(is.completedDocuments + is.failedDocuments === is.documentCount).toBe(isTerminal(is.status));
  for (const document of real.state.documents) {
    const was = model.outcomes.get(document.documentId);
    if (was === 'completed') expect(document.outcome).toBe('completed');
    if (was === 'failed' && !retried) expect(document.outcome).toBe('failed');
    expect(document.lease !== null).toBe(document.outcome === 'running');
    expect(document.dueAt === null).toBe(hasEnded(document));
    if (document.outcome === 'completed') expect(document.checkpoint?.phase).toBe(PHASES.extract.at(-1));
    const { checkpoint } = document;
    if (checkpoint)
      expect(real.turns).toContainEqual({
        attempt: checkpoint.attempt,
        index: document.index,
        token: checkpoint.token,
      });
    model.outcomes.set(document.documentId, document.outcome);
  }
  const ends = real.log.filter((logged) => logged.kind === 'end').length;
  expect(ends).toBeLessThanOrEqual(is.attempt);
  expect(isTerminal(is.status) ? ends >= 1 : ends < is.attempt).toBe(true);
  Object.assign(model, { ended: isTerminal(is.status), progress: is.progress, attempt: is.attempt });
}

const DOCUMENTS = 3;
const index = fc.nat(DOCUMENTS - 1);
const turnOf = (real: Real, draw: number): Turn | null => real.turns[draw % Math.max(1, real.turns.length)] ?? null;
const problem = { code: 'document-unreadable', message: 'broken' } as const;

const commands = [
  fc.tuple(index, fc.integer({ min: 0, max: 1 })).map(
    ([document, back]) =>
      new Happens(`lease ${document}`, ({ state, now, boot }) => ({
        kind: 'lease',
        attempt: state.attempt - back,
        index: document,
        boot,
        now,
      })),
  ),
  fc.tuple(fc.nat(), fc.constantFrom(...PHASES.extract), fc.nat(10)).map(
    ([draw, phase, filledFields]) =>
      new Happens(`report ${draw} ${phase}`, (real) => {
        const turn = turnOf(real, draw);
        return (
          turn && {
            kind: 'report',
            report: { ...turn, phase, filledFields, confidence: 0.5, pages: 1, language: null },
            now: real.now,
          }
        );
      }),
  ),
  fc.nat().map((draw) => new Happens(`next phase ${draw}`, (real) => nextReport(real, draw))),
  fc.nat().map(
    (draw) =>
      new Happens(`renew ${draw}`, (real) => {
        const turn = turnOf(real, draw);
        return turn && { kind: 'renew', turn, now: real.now };
      }),
  ),
  fc.nat().map(
    (draw) =>
      new Happens(`fail ${draw}`, (real) => {
        const turn = turnOf(real, draw);
        return turn && { kind: 'fail', turn, problem, now: real.now };
      }),
  ),
  index.map(
    (document) =>
      new Happens(`dead letter ${document}`, ({ state, now }) => ({
        kind: 'fail',
        turn: { attempt: state.attempt, index: document, token: 0 },
        problem,
        now,
      })),
  ),
  fc.tuple(fc.nat(), fc.nat(2000), fc.boolean()).map(
    ([draw, delayMs, faulty]) =>
      new Happens(`release ${draw}`, (real) => {
        const turn = turnOf(real, draw);
        return turn && { kind: 'release', turn, delayMs, problem: faulty ? problem : null, now: real.now };
      }),
  ),
  fc.constant(new Happens('tick', ({ boot, now }) => ({ kind: 'tick', boot, now }))),
  fc.constant(
    new Happens('sent', ({ state, now }) => ({
      kind: 'sent',
      attempt: state.attempt,
      indexes: owedMessages(state, now),
      now,
    })),
  ),
  fc.constant(new Happens('cancel', ({ now }) => ({ kind: 'cancel', now }))),
  fc.constant(new Happens('expire', ({ now }) => ({ kind: 'expire', now }))),
  fc.constant(new Happens('retry', ({ now }) => ({ kind: 'retry', now }))),
  fc.integer({ min: 1, max: LEASE_MS * 2 }).map(
    (ms) =>
      new Happens(`wait ${ms}`, (real) => {
        real.now += ms;
        return null;
      }),
  ),
  fc.constant(
    new Happens('reboot', (real) => {
      real.boot = `${real.boot}+`;
      return null;
    }),
  ),
];

function nextReport(real: Real, draw: number): JobEvent | null {
  const turn = turnOf(real, draw);
  const document = turn && real.state.documents[turn.index];
  if (!turn || !document) return null;
  const phase =
    PHASES.extract[document.checkpoint === null ? 0 : PHASES.extract.indexOf(document.checkpoint.phase) + 1];
  return phase
    ? {
        kind: 'report',
        report: { ...turn, phase, filledFields: 4, confidence: 0.5, pages: 1, language: null },
        now: real.now,
      }
    : null;
}

const start = (): { model: Model; real: Real } => {
  const state = opened(DOCUMENTS);
  return {
    model: {
      ended: false,
      progress: 0,
      attempt: 1,
      outcomes: new Map(state.documents.map((document) => [document.documentId, document.outcome])),
      deleted: null,
    },
    real: { state, now: 1_000, boot: 'boot-1', turns: [], log: [] },
  };
};

/** Rare, or no sequence would come far. */
const removal = fc.constant(new Happens('remove', ({ now }) => ({ kind: 'remove', now })));
const withRemoval = [...commands, ...commands, ...commands, removal];

test('no sequence of events, repeated and reordered, leaves an end or a deletion, lowers progress or loses a document', () => {
  fc.assert(
    fc.property(fc.commands(withRemoval, { maxCommands: 120, size: 'max' }), (sequence) =>
      fc.modelRun(start, sequence),
    ),
    { numRuns: 400 },
  );
});

test('whatever happened, a job comes to its end once things go well again', () => {
  fc.assert(
    fc.property(fc.commands(commands, { maxCommands: 60, size: 'max' }), (sequence) => {
      let world: { model: Model; real: Real } = start();
      fc.modelRun(() => (world = start()), sequence);
      const { real } = world;
      const goOn = (event: JobEvent) => {
        const { state, verdict } = transition(real.state, event);
        real.state = state;
        return verdict;
      };
      for (let round = 0; round < 40 && !isTerminal(deriveStatus(real.state)); round++) {
        real.now += LEASE_MS + 120_000;
        goOn({ kind: 'tick', boot: real.boot, now: real.now });
        for (const owed of owedMessages(real.state, real.now)) {
          const verdict = goOn({
            kind: 'lease',
            attempt: real.state.attempt,
            index: owed,
            boot: real.boot,
            now: real.now,
          });
          if (verdict.kind !== 'granted') continue;
          real.turns = [{ attempt: real.state.attempt, index: owed, token: verdict.lease.token }];
          for (let event = nextReport(real, 0); event; event = nextReport(real, 0)) goOn(event);
        }
      }
      expect(isTerminal(deriveStatus(real.state))).toBe(true);
    }),
    { numRuns: 300 },
  );
});
