import type { Assignment } from '../../src/jobs/assignment';
import { createJob } from '../../src/jobs/create-job';
import type { JobState } from '../../src/jobs/job';
import { deriveStatus, hasEnded } from '../../src/jobs/status';
import { Chance } from './chance';
import { engineCalls } from './engine-calls';
import { NO_FAULTS } from './faults';
import { Network } from './network';
import { addDocument } from './populate';
import { filenameOf } from './reading';
import { enterRealm } from './realm';
import type { Outcome } from './run-seed';
import { Scheduler } from './scheduler';
import { Server } from './server';
import { START } from './start';
import { watchStates } from './state-watch';
import { Violations } from './violations';
import { CALLER, wishFor } from './wish';

/** Where a job is cancelled: at the n-th call (0-based) that its consumers make, in front of its effect or right behind it. */
export interface Place {
  readonly call: number;
  readonly when: 'before' | 'after';
}

/** What became of a job that was cancelled at one place. */
export interface Ending {
  /** Names of all calls that consumers made. */
  readonly calls: readonly string[];
  readonly status: string;
  /** Whether the cancel came in time; null: none was sent. */
  readonly isCancelled: boolean | null;
  readonly violations: readonly string[];
}

const A_WHILE_MS = 5 * 60_000;

const NAME = 'job';

const OF_GATES = /^(lease|renew|report|release|fail)/;

/** One job without any fault but the cancel. `place` null: none. The same place, the same run. */
export function runCancelledAt(assignment: Assignment, documents: number, parts: number, place: Place | null): Ending {
  const chance = new Chance(1);
  const scheduler = new Scheduler(chance, START);
  enterRealm({ scheduler, random: () => chance.next() });
  const network = new Network(scheduler, chance, NO_FAULTS);
  const server = new Server(network, {
    retentionMs: A_WHILE_MS * 1_000,
    documentsAtOnce: 8,
    parsedCacheBytes: 1_000_000,
  });
  const violations = new Violations(() => scheduler.now);
  const calls: string[] = [];
  let cancelled: JobState | null = null;
  let isAnswered: boolean | null = null;
  // After a cancel each document's consumer may begin what its last "go" allowed, and nothing once the gate has answered it.
  const begun = new Map<string, number>();
  let isTold = false;

  server.gates.onCommitted = (before, after, since) =>
    watchStates(violations, before, after, { since, now: scheduler.now });
  engineCalls.began = ({ filename }) => {
    if (cancelled === null) return;
    begun.set(filename, (begun.get(filename) ?? 0) + 1);
    if (isTold && documents === 1)
      violations.report('I16', `${filename}: looked at after its consumer was told to stop`);
  };
  network.onPassing = ({ owner, name }, when) => {
    if (owner.name !== 'normal') return;
    if (when === 'before') calls.push(name);
    if (cancelled !== null && when === 'after' && OF_GATES.test(name)) isTold = true;
    if (place === null || calls.length - 1 !== place.call || when !== place.when || isAnswered !== null) return;
    const object = [...server.gates.objects.values()][0];
    if (object === undefined) return;
    isAnswered = false;
    object.call((keeper) => keeper.cancel(), {
      told: ({ ok }) => {
        isAnswered = ok;
      },
      threw: () => undefined,
      broken: () => undefined,
    });
    const { state } = object.stored;
    if (state !== null && deriveStatus(state) === 'cancelled') cancelled = state;
  };

  const ids = Array.from({ length: documents }, (_, number) => addDocument(server, filenameOf(parts, true, number)).id);
  const { command } = wishFor(NAME, 'key', assignment, ids);
  scheduler.within(null, () => void server.request((ports) => createJob(ports, CALLER, command)));
  scheduler.runTo(START + A_WHILE_MS, () => false);
  engineCalls.began = () => undefined;

  const state = [...server.gates.objects.values()][0]?.committed.state ?? null;
  if (state === null) return { calls, status: 'none', isCancelled: isAnswered, violations: ['I1 never opened'] };
  if (cancelled !== null) judge(server, cancelled, state, begun, violations);
  return {
    calls,
    status: deriveStatus(state),
    isCancelled: cancelled !== null,
    violations: violations.found.map(({ invariant, what }) => `${invariant} ${what}`),
  };
}

/** What holds of a job from its cancel on. */
function judge(
  server: Server,
  cancelled: JobState,
  state: JobState,
  begun: ReadonlyMap<string, number>,
  violations: Violations,
): void {
  violations.expect(deriveStatus(state) === 'cancelled', 'I2', () => `cancelled, then ${deriveStatus(state)}`);
  for (const [filename, times] of begun)
    violations.expect(times <= 1, 'I16', () => `${filename}: looked at ${times} times after the cancel`);
  for (const document of state.documents) {
    const then = cancelled.documents[document.index];
    const isSame = then?.outcome === document.outcome && then.checkpoint === document.checkpoint;
    violations.expect(isSame, 'I3', () => `document ${document.index} is ${document.outcome} after the cancel`);
    violations.expect(hasEnded(document), 'I1', () => `document ${document.index} is ${document.outcome}`);
  }
  const row = server.database.jobs.get(state.id);
  violations.expect(row?.status === 'cancelled', 'I8', () => `lists show ${row?.status}`);
}

const SHAPES: readonly { readonly assignment: Assignment; readonly documents: number; readonly parts: number }[] = [
  { operation: 'extract' as const },
  { operation: 'parse' as const, tables: 'markdown' as const },
  { operation: 'classify' as const, categories: [] },
  { operation: 'split' as const, subdocuments: [] },
  { operation: 'generate-schema' as const },
  { operation: 'generate-template' as const },
  { operation: 'fill-form' as const, colour: '#000000', fields: null },
].flatMap((assignment) =>
  [
    [1, 1],
    [2, 1],
    [1, 3],
  ].map(([documents = 1, parts = 1]) => ({ assignment, documents, parts })),
);

/** How many shapes of jobs there are: operations, numbers of documents, long documents. */
export const SHAPE_COUNT = SHAPES.length;

/** One shape of job, cancelled at every place there is. */
export function cancelEverywhere(shape: number): Outcome {
  const { assignment, documents, parts } = SHAPES[shape] ?? {
    assignment: { operation: 'extract' },
    documents: 1,
    parts: 1,
  };
  const whole = runCancelledAt(assignment, documents, parts, null);
  const name = `${assignment.operation}, ${documents} documents of ${parts} parts`;
  const violations = whole.status === 'completed' ? [] : [{ invariant: 'I1', what: `${name}: ${whole.status}`, at: 0 }];
  const statuses: string[] = [];
  for (const [call, called] of whole.calls.entries())
    for (const when of ['before', 'after'] as const) {
      const ending = runCancelledAt(assignment, documents, parts, { call, when });
      statuses.push(ending.status);
      const isOver = ending.isCancelled ? 'cancelled' : 'completed';
      const found = ending.status === isOver ? ending.violations : [`I2 ${ending.status}`, ...ending.violations];
      for (const what of found)
        violations.push({ invariant: 'I3', what: `${name}, cancelled ${when} ${called}: ${what}`, at: call });
    }
  return { seed: shape, violations, steps: whole.calls.length, jobs: statuses.length, statuses };
}
