import type { Alarms } from '../jobs/alarms';
import type { JobProblem } from '../jobs/errors';
import type { EventPage, GoOrStop, JobOpening, LeaseAnswer, PhaseReport, Turn } from '../jobs/gate-port';
import { isTerminal, type JobState, type JobSummary } from '../jobs/job';
import type { JobEvent } from '../jobs/job-event';
import { toExtractionRecord } from '../jobs/project-extraction';
import type { ExtractionRecord } from '../jobs/records';
import { nextWakeAt } from '../jobs/schedule';
import { deriveStatus } from '../jobs/status';
import { summarise } from '../jobs/summary';
import type { Places } from '../jobs/turnstile';
import { WakeUp } from '../jobs/wake-up';
import { logError, logInfo } from '../log';
import { Announcing } from './announcing';
import { Clearing } from './clearing';
import type { GatePorts, GateStore } from './gate-store';
import { JobRecord } from './job-record';
import { done, type Outcome, refused } from './outcome';
import { Projection } from './projection';
import { Sending } from './sending';
import { ValueIndexing } from './value-indexing';

const UNKNOWN = refused('not-found', 'No such job');

/** What the keeper needs of the object it lives in. */
export interface Dwelling {
  readonly ports: GatePorts;
  readonly store: GateStore;
  readonly alarms: Alarms;
  /** Keeps the object awake until this has ended. */
  readonly later: (work: Promise<unknown>) => void;
}

/**
 * The one writer of one job. Every event goes through the pure `transition`; what follows (state, owed messages, event
 * log) is saved in one storage transaction before anything is sent or shown. Whatever of sending and showing fails, the
 * alarm does again. Nothing is awaited between reading and saving the state.
 */
export class GateKeeper {
  readonly #ports: GatePorts;
  readonly #store: GateStore;
  readonly #later: Dwelling['later'];
  readonly #record: JobRecord;
  readonly #clearing: Clearing;
  readonly #wakeUp: WakeUp;
  readonly #projection: Projection;
  readonly #values: ValueIndexing;
  readonly #sending: Sending;
  readonly #announcing: Announcing;

  constructor({ ports, store, alarms, later }: Dwelling) {
    this.#ports = ports;
    this.#store = store;
    this.#later = later;
    this.#record = new JobRecord(ports, store, (after, isOwed) => this.#follow(after, isOwed));
    this.#clearing = new Clearing(ports, store, this.#record);
    this.#wakeUp = new WakeUp(alarms, ports.clock);
    this.#projection = new Projection(ports, store);
    this.#values = new ValueIndexing(ports, store);
    this.#sending = new Sending(ports);
    this.#announcing = new Announcing(ports, store);
  }

  async open(opening: JobOpening): Promise<Outcome<JobSummary>> {
    this.#record.open(opening);
    this.#clearLate();
    await this.#settle();
    return this.summary();
  }

  async lease(attempt: number, index: number): Promise<LeaseAnswer> {
    if (this.#record.state === null) return { kind: 'unknown' };
    const verdict = this.#record.apply({
      kind: 'lease',
      attempt,
      index,
      boot: this.#ports.settings.boot,
      now: this.#ports.clock(),
    });
    this.#later(this.#settle());
    const { documents, operation } = this.#record.state;
    const document = documents[index];
    if (verdict.kind === 'granted' && document)
      return { kind: 'granted', token: verdict.lease.token, document, operation };
    return verdict.kind === 'busy' || verdict.kind === 'terminal' ? verdict : { kind: 'stale' };
  }

  renew(turn: Turn, phaseShare?: number): GoOrStop {
    return this.#goOrStop({ kind: 'renew', turn, phaseShare, now: this.#ports.clock() });
  }

  report(report: PhaseReport): GoOrStop {
    const answer = this.#goOrStop({ kind: 'report', report, now: this.#ports.clock() });
    this.#clearLate();
    return answer;
  }

  fail(turn: Turn, problem: JobProblem): GoOrStop {
    return this.#goOrStop({ kind: 'fail', turn, problem, now: this.#ports.clock() });
  }

  release(turn: Turn, delayMs: number, problem: JobProblem | null): GoOrStop {
    return this.#goOrStop({ kind: 'release', turn, delayMs, problem, now: this.#ports.clock() });
  }

  admit(places: Places): boolean {
    const { state } = this.#record;
    if (state === null) return false;
    this.#sending.admit(places);
    // Nobody calls again: what is not sent now is sent at the next look.
    this.#armFor(state);
    this.#later(this.#settle());
    return true;
  }

  async cancel(): Promise<Outcome<JobSummary>> {
    return this.#command({ kind: 'cancel', now: this.#ports.clock() });
  }

  async retry(): Promise<Outcome<JobSummary>> {
    return this.#command({ kind: 'retry', now: this.#ports.clock() });
  }

  async remove(): Promise<Outcome<null>> {
    const { state } = this.#record;
    if (state === null) return UNKNOWN;
    this.#record.apply({ kind: 'remove', now: this.#ports.clock() });
    await Promise.all([this.#settle(), this.#clearing.run(this.#record.state ?? state)]);
    return done(null);
  }

  summary(): Outcome<JobSummary> {
    const state = this.#visible();
    return state === null ? UNKNOWN : done(summarise(state, this.#ports.clock()));
  }

  extractions(): Outcome<readonly ExtractionRecord[]> {
    const state = this.#visible();
    return state === null ? UNKNOWN : done(state.documents.map((document) => toExtractionRecord(state, document)));
  }

  eventsAfter(seq: number, limit: number): Outcome<EventPage> {
    const state = this.#visible();
    if (state === null) return UNKNOWN;
    const events = this.#store.eventsAfter(seq, limit);
    return done({ events, isLast: isTerminal(deriveStatus(state)) && events.length < limit });
  }

  /**
   * Looks at whatever is due. Armed again first: should the work below be cut off, it is done at the next look. Armed
   * for what is really next at last: a job that ended is not looked at until its retention is over, then never again.
   * At the last look goes what was kept for those who come late.
   */
  async alarm(): Promise<void> {
    const { state } = this.#record;
    if (state === null) return;
    const { clock, settings } = this.#ports;
    const now = clock();
    logInfo('alarm', { job: state.id, status: deriveStatus(state), revision: state.revision });
    this.#wakeUp.goneOff();
    let isLeftOver = false;
    if (this.#clearing.isDue()) isLeftOver = !(await this.#clearing.run(state));
    else this.#record.apply({ kind: 'tick', boot: settings.boot, now });
    await this.#settle();
    const looked = this.#record.state ?? state;
    await Promise.all([this.#announcing.run(looked), this.#values.run(looked, this.#projection.revision)]);
    if (isLeftOver || !this.#record.state) return;
    const wakeAt = this.#wakeAt(this.#record.state);
    if (wakeAt === null) await this.#clearing.rest(this.#record.state);
    this.#wakeUp.putOffTo(wakeAt);
  }

  /** A deleted job is one that nobody knows. One whose time is over has expired, though the alarm may be late. */
  #visible(): JobState | null {
    if (this.#record.apply({ kind: 'expire', now: this.#ports.clock() }).kind === 'go') {
      this.#clearLate();
      this.#later(this.#settle());
    }
    return this.#record.state?.deletedAt === null ? this.#record.state : null;
  }

  /** Who opens or reports has stored something just before: for a job whose things are deleted, that came too late. */
  #clearLate(): void {
    const { state } = this.#record;
    if (state !== null && this.#clearing.isDue()) this.#later(this.#clearing.run(state));
  }

  async #command(event: JobEvent): Promise<Outcome<JobSummary>> {
    const state = this.#visible();
    if (state === null) return UNKNOWN;
    const verdict = this.#record.apply(event);
    if (verdict.kind === 'refused') {
      const status = deriveStatus(state);
      return refused(
        verdict.reason,
        `Job ${state.id} is ${status}: it cannot be ${event.kind === 'cancel' ? 'cancelled' : 'retried'} any more`,
      );
    }
    await this.#settle();
    return this.summary();
  }

  #goOrStop(event: JobEvent): GoOrStop {
    if (this.#record.state === null) return 'stop';
    const verdict = this.#record.apply(event);
    this.#later(this.#settle());
    return verdict.kind === 'go' ? 'go' : 'stop';
  }

  /** Called in the same turn as the save: no state without the alarm that looks after it. */
  #follow(after: JobState, isOwed: boolean): void {
    if (isOwed) this.#announcing.expect();
    this.#armFor(after);
  }

  #armFor(state: JobState): void {
    this.#wakeUp.arm(this.#wakeAt(state));
  }

  #wakeAt(state: JobState): number | null {
    const isShown = this.#isShown(state) && !this.#announcing.isBehind;
    return nextWakeAt(state, this.#ports.clock(), isShown, this.#sending.isToBeCalled);
  }

  /** Whether lists and searches have all that there is. */
  #isShown(state: JobState): boolean {
    return this.#projection.revision >= state.revision && !this.#values.isBehind(state);
  }

  /** Sends what is owed, shows what is new, and arms the alarm for the rest. Never throws: the alarm is the second line. */
  async #settle(): Promise<void> {
    const current = () => this.#record.state;
    const sent = this.#sending.run(current, (event) => this.#record.apply(event));
    for (const result of await Promise.allSettled([sent, this.#projection.run(current)]))
      if (result.status === 'rejected')
        logError('gate left something owed', result.reason, { job: this.#record.state?.id ?? null });
    if (this.#record.state === null) return;
    this.#armFor(this.#record.state);
    if (this.#sending.isToBeCalled) this.#wakeUp.putOffTo(this.#wakeAt(this.#record.state));
    this.#later(this.#announcing.run(this.#record.state));
    this.#later(this.#values.run(this.#record.state, this.#projection.revision));
  }
}
