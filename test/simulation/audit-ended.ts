import { isTerminal, type JobState } from '../../src/jobs/job';
import { toExtractionRecord } from '../../src/jobs/project-extraction';
import { deriveStatus } from '../../src/jobs/status';
import { summarise } from '../../src/jobs/summary';
import { REMEMBERED_MS } from '../../src/jobs/under-way';
import { outputKey } from '../../src/stores/r2/keys';
import { A_WHILE_MS, type Audited, statesOf } from './audited';
import type { Clients } from './clients';
import type { History } from './history';
import type { Said } from './receiver';
import type { Server } from './server';
import { CALLER } from './wish';

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
    if (state.accountId !== CALLER.accountId) continue;
    mirrors(server, state, expect, scheduler.now);
    pointsAtWhatIsThere(server, state, expect);
    isUnclaimed(server, state, expect);
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

/** No request leads to a deleted job: a key is known for longer than the deletion, and would make a job under its id anew. */
function isUnclaimed({ database }: Server, { id, name, deletedAt }: JobState, expect: Expect): void {
  if (deletedAt === null) return;
  const left = [...database.claims].flatMap(([claimed, { jobId }]) => (jobId === id ? claimed : []));
  expect(left.length === 0, 'I6', () => `${name} was deleted; claims are left: ${left.join(' ')}`);
}

/** Values of what completed are found by them. */
function isSearchable({ database }: Server, state: JobState, expect: Expect): void {
  if (state.operation !== 'extract' || state.deletedAt !== null || state.expiredAt !== null) return;
  for (const { index, outcome, extractionId, documentId } of state.documents)
    expect(
      outcome !== 'completed' || !database.documents.has(documentId) || database.indexed.has(extractionId),
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
    if (state.accountId !== CALLER.accountId || state.deletedAt !== null || state.expiredAt !== null) continue;
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
