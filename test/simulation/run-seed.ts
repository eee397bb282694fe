import type { Assignment } from '../../src/jobs/assignment';
import type { DocumentRecord } from '../../src/jobs/records';
import { contentKey } from '../../src/stores/r2/keys';
import { auditAfterExpiry, auditEnded } from './audit';
import { Chance } from './chance';
import { CALLER, Clients, wishFor } from './clients';
import { engineCalls } from './engine-calls';
import { faultsOf } from './faults';
import { History } from './history';
import { Network } from './network';
import { isSteady, watchPlaces } from './place-watch';
import { filenameOf } from './reading';
import { enterRealm } from './realm';
import { Scheduler } from './scheduler';
import { Server } from './server';
import { watchStates } from './state-watch';
import { type Violation, Violations } from './violations';

/** What became of one world. */
export interface Outcome {
  readonly seed: number;
  readonly violations: readonly Violation[];
  readonly steps: number;
  readonly jobs: number;
  /** Statuses the jobs ended in, for a look at what the seeds reach. */
  readonly statuses: readonly string[];
}

/** When every world begins. */
export const START = 1_750_000_000_000;
const MINUTE_MS = 60_000;
/** When it may be swept, in milliseconds from its beginning. */
const SWEPT_AT = [0, 10_000, 60 * MINUTE_MS, 75 * MINUTE_MS, 3 * 60 * MINUTE_MS, 24 * 60 * MINUTE_MS];
/** No world takes a tenth of that. */
const MOST_STEPS = 100_000;

const OPERATIONS: readonly Assignment[] = [
  { operation: 'extract' },
  { operation: 'extract' },
  { operation: 'parse', tables: 'markdown' },
  { operation: 'classify', categories: [] },
  { operation: 'generate-template' },
];

/** One world from its beginning to the end of its retention. The same seed, the same world. */
export function runSeed(seed: number, trace: ((line: string) => void) | null = null): Outcome {
  const chance = new Chance(seed);
  const faults = faultsOf(chance);
  const scheduler = new Scheduler(chance, START);
  enterRealm({ scheduler, random: () => chance.next() });
  const network = new Network(scheduler, chance, faults);
  network.trace = trace;
  trace?.(JSON.stringify(faults));
  engineCalls.lasts = () => {
    const lastsMs = chance.happens(network.faults.engineSlow) ? chance.between(1_000, 60_000) : chance.below(5);
    const owner = scheduler.current;
    return new Promise((resolve) => scheduler.after(lastsMs, owner, resolve));
  };
  const retentionMs = chance.pick([1 / 3, 2, 60, 24 * 60, 7 * 24 * 60]) * MINUTE_MS;
  const documentsAtOnce = chance.pick([1, 2, 8]);
  const server = new Server(network, { retentionMs, documentsAtOnce, parsedCacheBytes: chance.pick([0, 1_000_000]) });
  const violations = new Violations(() => scheduler.now - START);
  const isBroken = () => {
    if (scheduler.steps > MOST_STEPS && violations.found.length === 0) violations.report('I18', 'never comes to rest');
    return violations.found.length > 0;
  };
  const history = new History(violations);
  const clients = new Clients(scheduler, chance, server, history, violations);
  const statuses: string[] = [];
  let killsAfterWrites = faults.kills;
  const killSometimes = () => {
    if (killsAfterWrites === 0 || network.isCalm || !chance.happens(0.05)) return;
    killsAfterWrites -= 1;
    scheduler.after(chance.below(4), null, () => server.kill());
  };
  server.gates.onCommitted = (before, after) => {
    watchStates(violations, before, after);
    if (isSteady(faults) && !network.isCalm) watchPlaces(violations, server, documentsAtOnce, scheduler.now);
    killSometimes();
  };
  server.outboxes.onCommitted = killSometimes;
  server.database.onProjected = (before, after) =>
    violations.expect(before === null || after.revision > before.revision, 'I8', () => 'the row of a job went back');

  const lastsMs = chance.pick([2_000, 10_000, 60_000]);
  scheduler.within(null, () => populate(chance, scheduler, server, clients));
  clients.until = START + lastsMs;
  plan(faults.kills, () => server.kill());
  plan(faults.objectRestarts, () => server.disturbObject());
  plan(faults.clockJumps, () => {
    scheduler.now += chance.pick([10_000, 10 * MINUTE_MS]);
  });
  if (chance.happens(0.5))
    for (const at of SWEPT_AT) scheduler.at(START + at * (1 + chance.next() / 4), null, () => server.sweep());
  function plan(times: number, act: () => void): void {
    for (let time = 0; time < times; time += 1) scheduler.after(chance.below(lastsMs), null, act);
  }

  scheduler.runTo(START + lastsMs, isBroken);
  network.calm();
  scheduler.runTo(scheduler.now + (faults.readerHangs > 0 ? 90 : 12) * MINUTE_MS, isBroken);
  const hasJumped = faults.clockJumps > 0;
  const mayGiveUp = faults.storeRefuses + faults.storeDoesAndFails > 0.1;
  const audited = {
    network,
    faults,
    server,
    history,
    clients,
    scheduler,
    violations,
    isBroken,
    statuses,
    retentionMs,
    hasJumped,
    mayGiveUp,
  };
  if (!isBroken()) auditEnded(audited);
  if (!isBroken()) auditAfterExpiry(audited);
  return { seed, violations: violations.found, steps: scheduler.steps, jobs: history.jobIds().length, statuses };
}

/** Documents that are there, and clients that want something of them. */
function populate(chance: Chance, scheduler: Scheduler, server: Server, clients: Clients): void {
  const ids = Array.from({ length: 3 }, (_, number) => {
    const parts = chance.happens(0.15) ? chance.between(2, 3) : 1;
    return addDocument(server, filenameOf(parts, chance.happens(0.85), number));
  });
  const wishes = chance.between(1, 3);
  for (let number = 0; number < wishes; number += 1) {
    const documents = ids.slice(0, chance.between(1, ids.length));
    const key = chance.happens(0.6) ? `key-${number}` : null;
    const priority = chance.happens(0.8) ? 'normal' : 'high';
    const wish = wishFor(`job-${number}`, key, chance.pick(OPERATIONS), documents, priority);
    const posts = chance.happens(0.3) ? 2 : 1;
    for (let post = 0; post < posts; post += 1)
      scheduler.after(chance.below(1_500), null, () => void clients.want(wish));
    if (key !== null && chance.happens(0.2))
      scheduler.after(chance.between(100, 9_000), null, () => {
        void clients.misuse(
          wish,
          wishFor(`other-${number}`, key, { operation: 'classify', categories: [] }, documents),
        );
      });
  }
}

export function addDocument(server: Server, filename: string): string {
  const id = `document-${filename}`;
  const record: DocumentRecord = {
    id,
    accountId: CALLER.accountId,
    filename,
    mediaType: 'text/plain',
    sizeBytes: 1,
    sha256: `sha-${filename}`,
    status: 'pending',
    pages: null,
    language: null,
    problem: null,
    createdAt: START,
    isShared: true,
    externalId: null,
    purpose: null,
    sourceId: null,
    batchId: null,
    metadata: null,
  };
  server.database.documents.set(id, record);
  const key = contentKey(CALLER.accountId, record.sha256);
  server.bucket.objects.set(key, { body: filename, customMetadata: {}, uploadedAt: START });
  return id;
}
