import { auditAfterExpiry } from './audit-after-expiry';
import { auditEnded } from './audit-ended';
import { Chance } from './chance';
import { Clients } from './clients';
import { engineCalls } from './engine-calls';
import { faultsOf } from './faults';
import { History } from './history';
import { Leaver } from './leaver';
import { Network } from './network';
import { isSteady, watchPlaces } from './place-watch';
import { populate } from './populate';
import { enterRealm } from './realm';
import { Removers } from './removers';
import { Scheduler } from './scheduler';
import { Server } from './server';
import { START } from './start';
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

const MINUTE_MS = 60_000;
/** What sets the chance of those who leave and remove, and of turnstiles out of reach, apart from that of their world. */
const PARTINGS = 0x70617274;
/** When it may be swept, in milliseconds from its beginning. */
const SWEPT_AT = [0, 10_000, 60 * MINUTE_MS, 75 * MINUTE_MS, 3 * 60 * MINUTE_MS, 24 * 60 * MINUTE_MS];
/** All has ended so long after the last fault, where nothing hangs: sooner than a gate looks that waits to be called. */
const SETTLED_AFTER_MINUTES = 5;
/** No world takes a tenth of that. */
const MOST_STEPS = 100_000;

/** What a turn makes, but for what it stores to be taken up by the next one. */
const OUTPUT = /\/attempts\/\d+\/documents\/\d+\/[\w.-]+$/;

/** One world from its beginning to the end of its retention. The same seed, the same world. */
export function runSeed(seed: number, trace: ((line: string) => void) | null = null): Outcome {
  const chance = new Chance(seed);
  const faults = faultsOf(chance);
  const scheduler = new Scheduler(chance, START);
  enterRealm({ scheduler, random: () => chance.next() });
  const network = new Network(scheduler, chance, faults);
  network.trace = trace;
  trace?.(JSON.stringify(faults));
  engineCalls.readings = 0;
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
  server.gates.onCommitted = (before, after, since) => {
    watchStates(violations, before, after, { since, now: scheduler.now });
    if (isSteady(faults) && !network.isCalm) watchPlaces(violations, server, documentsAtOnce, scheduler.now);
    killSometimes();
  };
  server.outboxes.onCommitted = killSometimes;
  server.database.onProjected = (before, after) =>
    violations.expect(before === null || after.revision > before.revision, 'I8', () => 'the row of a job went back');

  server.bucket.onOverwritten = (key) =>
    violations.expect(!OUTPUT.test(key), 'I9', () => `${key} was written by two turns`);

  const lastsMs = chance.pick([2_000, 10_000, 60_000]);
  clients.until = START + lastsMs;
  // By chance of their own: what goes on beside them is left as it is.
  const partings = new Chance(seed + PARTINGS);
  const leaver = partings.happens(0.15) ? new Leaver(scheduler, partings, server, violations) : null;
  const removers = partings.happens(0.25) ? new Removers(scheduler, partings, server, clients.removed) : null;
  // While one job waits, another ends: the last that it says of its places is lost.
  if (!isSteady(faults) && partings.happens(0.2))
    server.turnstiles.onAwaited = () => {
      if (network.isCalm || !partings.happens(0.5)) return;
      server.turnstiles.onAwaited = null;
      scheduler.after(partings.pick([0, 10, 300]), null, () => server.hideTurnstiles(partings.between(4_000, 20_000)));
    };
  scheduler.within(null, () => {
    const documents = populate(chance, scheduler, server, clients);
    leaver?.begin(clients.until);
    removers?.begin(documents);
  });
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
  scheduler.runTo(scheduler.now + (faults.readerHangs > 0 ? 90 : SETTLED_AFTER_MINUTES) * MINUTE_MS, isBroken);
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
    leaver,
    removers,
  };
  if (!isBroken()) auditEnded(audited);
  if (!isBroken()) auditAfterExpiry(audited);
  return { seed, violations: violations.found, steps: scheduler.steps, jobs: history.jobIds().length, statuses };
}
