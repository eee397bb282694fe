import { isTerminal, type JobState } from '../../src/jobs/job';
import { toExtractionRecord } from '../../src/jobs/project-extraction';
import { deriveStatus } from '../../src/jobs/status';
import { summarise } from '../../src/jobs/summary';
import { REMEMBERED_MS } from '../../src/jobs/under-way';
import { contentKey, jobPrefix, outputKey, ownerOf } from '../../src/stores/r2/keys';
import type { Clients } from './clients';
import type { Faults } from './faults';
import type { History } from './history';
import type { Network } from './network';
import type { Said } from './receiver';
import type { Scheduler } from './scheduler';
import type { Server } from './server';
import type { Violations } from './violations';
import { SWEEP_GRACE_MS } from './world-ports';

export interface Audited {
  readonly network: Network;
  /** What went wrong in this world. */
  readonly faults: Faults;
  readonly server: Server;
  readonly history: History;
  readonly clients: Clients;
  readonly scheduler: Scheduler;
  readonly violations: Violations;
  readonly isBroken: () => boolean;
  readonly statuses: string[];
  readonly retentionMs: number;
  /** Whether stores fail so often that what is tried ten times may fail ten times. */
  readonly mayGiveUp: boolean;
  /** Whether the clock has jumped: claims without a key may have run out. */
  readonly hasJumped: boolean;
}

/** Long enough for every request and every look of an alarm. */
const A_WHILE_MS = 60_000;

const statesOf = (server: Server): readonly JobState[] =>
  [...server.gates.objects.values()].flatMap(({ committed }) => committed.state ?? []);

/** When nothing goes wrong any more and everything has had its time. */
export function auditEnded({
  server,
  history,
  clients,
  scheduler,
  violations,
  isBroken,
  statuses,
  hasJumped,
  mayGiveUp,
}: Audited): void {
  const expect = (holds: boolean, invariant: string, what: () => string) => violations.expect(holds, invariant, what);
  const states = new Map(statesOf(server).map((state) => [state.id, state]));
  for (const jobId of history.jobIds())
    expect(
      states.has(jobId) || history.known(jobId).isDeleteAsked,
      'I11',
      () => `job ${jobId} was accepted and its gate knows nothing`,
    );
  for (const state of states.values()) {
    const status = deriveStatus(state);
    statuses.push(state.deletedAt === null ? status : 'deleted');
    expect(isTerminal(status), 'I1', () => `${state.name} is ${status} and stays so`);
    mirrors(server, state, expect, scheduler.now);
    pointsAtWhatIsThere(server, state, expect);
    if (!mayGiveUp) isSearchable(server, state, expect);
  }
  toldWell(server, states, expect);
  if (!hasJumped) oneJobEach(states, clients, history, expect);
  // Everybody looks once more.
  scheduler.within(null, () => {
    for (const jobId of history.jobIds()) void clients.look(jobId).then(() => clients.lookAtGrid(jobId));
  });
  scheduler.runTo(scheduler.now + A_WHILE_MS, isBroken);
}

type Expect = (holds: boolean, invariant: string, what: () => string) => void;

/** Lists show what the gate says. */
function mirrors({ database }: Server, state: JobState, expect: Expect, now: number): void {
  const row = database.jobs.get(state.id);
  if (row === undefined && state.deletedAt !== null && state.deletedAt + REMEMBERED_MS < now) return;
  const summary = summarise(state, now);
  const isSame =
    row !== undefined &&
    JSON.stringify({ ...row, estimatedEndAt: null }) === JSON.stringify({ ...summary, estimatedEndAt: null });
  expect(
    isSame,
    'I8',
    () => `${state.name}: the row is ${row?.status} ${row?.revision}, the job ${summary.status} ${summary.revision}`,
  );
  if (state.deletedAt !== null || state.expiredAt !== null) return;
  for (const document of state.documents) {
    const record = database.extractions.get(document.extractionId)?.record;
    const told = toExtractionRecord(state, document);
    expect(
      record?.outcome === told.outcome && record.token === told.token && record.phase === told.phase,
      'I8',
      () => `${state.name}: document ${document.index} is ${told.outcome}, its row ${record?.outcome}`,
    );
  }
}

/** What a document points at lies there. */
function pointsAtWhatIsThere({ bucket }: Server, state: JobState, expect: Expect): void {
  if (state.deletedAt !== null || state.expiredAt !== null) return;
  for (const { index, checkpoint } of state.documents) {
    if (checkpoint === null) continue;
    const key = outputKey({ accountId: state.accountId, jobId: state.id, index, ...checkpoint });
    expect(bucket.objects.has(key), 'I6', () => `${state.name}: ${key} is missing`);
  }
}

/** Values of what completed are found by them. */
function isSearchable({ database }: Server, state: JobState, expect: Expect): void {
  if (state.operation !== 'extract' || state.deletedAt !== null || state.expiredAt !== null) return;
  for (const { index, outcome, extractionId } of state.documents)
    expect(
      outcome !== 'completed' || database.indexed.has(extractionId),
      'I8',
      () => `${state.name}: document ${index} completed, and is not found by its values`,
    );
}

/** Every end is told, under one id however often, as it was, and no other end beside it. */
function toldWell({ receiver }: Server, states: ReadonlyMap<string, JobState>, expect: Expect): void {
  const bodies = new Map<string, string>();
  const ends = new Map<string, Said>();
  for (const { id, body } of receiver.received) {
    expect((bodies.get(id) ?? body) === body, 'I5', () => `${id} said ${bodies.get(id)}, then ${body}`);
    bodies.set(id, body);
  }
  for (const body of bodies.values()) {
    const said: Said = JSON.parse(body);
    if (!ENDS.has(said.kind)) continue;
    const which = `${said.jobId} ${said.attempt}`;
    expect(!ends.has(which), 'I5', () => `${which}: ${ends.get(which)?.kind} and ${said.kind} were told`);
    expect(said.kind === `job.${said.status}`, 'I5', () => `${which}: ${said.kind} says ${said.status}`);
    ends.set(which, said);
  }
  for (const state of states.values()) {
    if (state.deletedAt !== null || state.expiredAt !== null) continue;
    const told = ends.get(`${state.id} ${state.attempt}`)?.status;
    expect(told === deriveStatus(state), 'I5', () => `${state.name} is ${deriveStatus(state)}, told was ${told}`);
  }
}

const ENDS: ReadonlySet<string> = new Set(['job.completed', 'job.failed', 'job.cancelled']);

/** One wish, one job: under a key always; without one, another only after the first came to nothing. */
function oneJobEach(
  states: ReadonlyMap<string, JobState>,
  { wishes }: Clients,
  history: History,
  expect: Expect,
): void {
  for (const { name, key } of wishes.values()) {
    const made = [...states.values()].filter((state) => state.name === name && !history.known(state.id).isDeleteAsked);
    const counted =
      key === null ? made.filter((state) => deriveStatus(state) === 'completed' && state.attempt === 1) : made;
    expect(counted.length <= 1, 'I10', () => `${name} became ${counted.length} jobs`);
  }
}

/** When all jobs are gone and it is swept: nothing of any is left, and documents are as they were. */
function auditSwept({ server, scheduler, violations, isBroken }: Audited): void {
  scheduler.runTo(scheduler.now + SWEEP_GRACE_MS, isBroken);
  server.sweep();
  scheduler.runTo(scheduler.now + A_WHILE_MS, isBroken);
  const { documents } = server.database;
  const strays = [...server.bucket.objects.keys()].filter((key) => ownerOf(key)?.kind === 'job');
  violations.expect(strays.length === 0, 'I6', () => `left after the sweep: ${strays.join(' ')}`);
  for (const { accountId, sha256, filename } of documents.values())
    violations.expect(
      server.bucket.objects.has(contentKey(accountId, sha256)),
      'I6',
      () => `the bytes of ${filename} are missing`,
    );
}

/** When the time of everything is over. */
export function auditAfterExpiry(audited: Audited): void {
  const { network, faults, server, history, clients, scheduler, violations, isBroken, retentionMs } = audited;
  // What is to be deleted meets the same faults as what was done before.
  network.storm();
  scheduler.runTo(scheduler.now + retentionMs + A_WHILE_MS, isBroken);
  network.calm();
  scheduler.runTo(scheduler.now + REMEMBERED_MS + 10 * A_WHILE_MS, isBroken);
  const left = new Set<string>();
  for (const { accountId, id, name, deletedAt, expiredAt } of statesOf(server)) {
    violations.expect(deletedAt !== null || expiredAt !== null, 'I13', () => `${name} is still there after its time`);
    const prefix = jobPrefix({ accountId, jobId: id });
    for (const key of server.bucket.objects.keys()) if (key.startsWith(prefix)) left.add(key);
  }
  // What comes later than anything is under way, by a clock that jumped, is the sweep's.
  if (faults.clockJumps < 2)
    violations.expect(left.size === 0, 'I6', () => `left without an owner: ${[...left].join(' ')}`);
  if (!isBroken()) auditSwept(audited);
  scheduler.within(null, () => {
    for (const jobId of history.jobIds()) void clients.look(jobId);
  });
  scheduler.runTo(scheduler.now + A_WHILE_MS, isBroken);
}
