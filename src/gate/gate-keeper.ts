import type { Alarms } from '../jobs/alarms';
import type { JobProblem } from '../jobs/errors';
import type { EventPage, GoOrStop, JobOpening, LeaseAnswer, PhaseReport, Turn } from '../jobs/gate-port';
import { isTerminal, type JobState, type JobSummary } from '../jobs/job';
import type { JobEvent, Verdict } from '../jobs/job-event';
import { transition } from '../jobs/lifecycle';
import { changesBetween } from '../jobs/live-changes';
import { openJob } from '../jobs/open-job';
import { toExtractionRecord } from '../jobs/project-extraction';
import type { ExtractionRecord } from '../jobs/records';
import { isAtRest, isToBeCleared, nextWakeAt } from '../jobs/schedule';
import { deriveStatus } from '../jobs/status';
import { summarise } from '../jobs/summary';
import type { Places } from '../jobs/turnstile';
import { announcementsBetween } from '../jobs/webhooks/announcements-between';
import { logError, logInfo } from '../log';
import { Announcing } from './announcing';
import { GateAlarm } from './gate-alarm';
import type { GatePorts, GateStore } from './gate-store';
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
  readonly #alarm: GateAlarm;
  readonly #projection: Projection;
  readonly #values: ValueIndexing;
  readonly #sending: Sending;
  readonly #announcing: Announcing;
  #state: JobState | null;

  constructor({ ports, store, alarms, later }: Dwelling) {
    this.#ports = ports;
    this.#store = store;
    this.#later = later;
    this.#state = store.load();
    this.#alarm = new GateAlarm(alarms, ports.clock);
    this.#projection = new Projection(ports, store);
    this.#values = new ValueIndexing(ports, store);
    this.#sending = new Sending(ports);
    this.#announcing = new Announcing(ports, store);
  }

  async open(opening: JobOpening): Promise<Outcome<JobSummary>> {
    if (this.#state === null) this.#save(null, openJob(opening, this.#ports.settings.boot, this.#ports.clock()));
    this.#clearLate();
    await this.#settle();
    return this.summary();
  }

  async lease(attempt: number, index: number): Promise<LeaseAnswer> {
    if (this.#state === null) return { kind: 'unknown' };
    const verdict = this.#apply({
      kind: 'lease',
      attempt,
      index,
      boot: this.#ports.settings.boot,
      now: this.#ports.clock(),
    });
    this.#later(this.#settle());
    const { documents, operation } = this.#state;
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
    this.#sending.admit(places);
    this.#later(this.#settle());
    return this.#state !== null;
  }

  async cancel(): Promise<Outcome<JobSummary>> {
    return this.#command({ kind: 'cancel', now: this.#ports.clock() });
  }

  async retry(): Promise<Outcome<JobSummary>> {
    return this.#command({ kind: 'retry', now: this.#ports.clock() });
  }

  async remove(): Promise<Outcome<null>> {
    const state = this.#state;
    if (state === null) return UNKNOWN;
    this.#apply({ kind: 'remove', now: this.#ports.clock() });
    await Promise.all([this.#settle(), this.#clear(this.#state ?? state)]);
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
    const state = this.#state;
    if (state === null) return;
    const { clock, settings } = this.#ports;
    const now = clock();
    logInfo('alarm', { job: state.id, status: deriveStatus(state), revision: state.revision });
    this.#alarm.goneOff();
    let isLeftOver = false;
    if (isToBeCleared(state, now)) isLeftOver = !(await this.#clear(state));
    else this.#apply({ kind: 'tick', boot: settings.boot, now });
    await this.#settle();
    const looked = this.#state ?? state;
    await Promise.all([this.#announcing.run(looked), this.#values.run(looked, this.#projection.revision)]);
    if (isLeftOver || !this.#state) return;
    const wakeAt = this.#wakeAt(this.#state);
    if (wakeAt === null) await this.#rest(this.#state);
    this.#alarm.putOffTo(wakeAt);
  }

  /** Of a job that is gone, and that all who had to were told of: no event is asked for again, and a deleted one by nobody at all. */
  async #rest(state: JobState): Promise<void> {
    if (!isAtRest(state, this.#ports.clock())) return;
    if (state.deletedAt === null) return this.#store.forgetEvents();
    await this.#store.erase();
    this.#state = null;
  }

  /** A deleted job is one that nobody knows. One whose time is over has expired, though the alarm may be late. */
  #visible(): JobState | null {
    if (this.#apply({ kind: 'expire', now: this.#ports.clock() }).kind === 'go') {
      this.#clearLate();
      this.#later(this.#settle());
    }
    return this.#state?.deletedAt === null ? this.#state : null;
  }

  /**
   * Expired before anything is deleted, so that no retry begins on what is going away. Deletes again when a look before
   * was cut off. Answers whether all is gone.
   */
  async #clear(state: JobState): Promise<boolean> {
    if (state.deletedAt === null) this.#apply({ kind: 'expire', now: this.#ports.clock() });
    try {
      await this.#ports.blobs.deleteJob({ accountId: state.accountId, jobId: state.id });
      return true;
    } catch (error) {
      logError('gate left something to delete', error, { job: state.id });
      return false;
    }
  }

  /** Who opens or reports has stored something just before: for a job whose things are deleted, that came too late. */
  #clearLate(): void {
    const state = this.#state;
    if (state !== null && isToBeCleared(state, this.#ports.clock())) this.#later(this.#clear(state));
  }

  async #command(event: JobEvent): Promise<Outcome<JobSummary>> {
    const state = this.#visible();
    if (state === null) return UNKNOWN;
    const verdict = this.#apply(event);
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
    if (this.#state === null) return 'stop';
    const verdict = this.#apply(event);
    this.#later(this.#settle());
    return verdict.kind === 'go' ? 'go' : 'stop';
  }

  #apply(event: JobEvent): Verdict {
    if (this.#state === null) return { kind: 'stale' };
    const { state, verdict } = transition(this.#state, event);
    if (state !== this.#state) this.#save(this.#state, state);
    return verdict;
  }

  /** Storage before memory: were the write to throw, the object would go on with what is stored. */
  #save(before: JobState | null, after: JobState): void {
    const now = this.#ports.clock();
    const announcements = announcementsBetween(before, after, now);
    this.#store.save(before, after, { events: changesBetween(before, after, now), announcements, at: now });
    if (announcements.length > 0) this.#announcing.expect();
    this.#state = after;
    this.#armFor(after);
  }

  /** Called in the same turn as the save, so both reach the disk together: no state without the alarm that looks after it. */
  #armFor(state: JobState): void {
    const wakeAt = this.#wakeAt(state);
    if (wakeAt !== null) this.#alarm.arm(wakeAt);
  }

  #wakeAt(state: JobState): number | null {
    return nextWakeAt(state, this.#ports.clock(), this.#isShown(state) && !this.#announcing.isBehind);
  }

  /** Whether lists and searches have all that there is. */
  #isShown(state: JobState): boolean {
    return this.#projection.revision >= state.revision && !this.#values.isBehind(state);
  }

  /** Sends what is owed, shows what is new, and arms the alarm for the rest. Never throws: the alarm is the second line. */
  async #settle(): Promise<void> {
    const current = () => this.#state;
    const sent = this.#sending.run(current, (event) => this.#apply(event));
    for (const result of await Promise.allSettled([sent, this.#projection.run(current)]))
      if (result.status === 'rejected')
        logError('gate left something owed', result.reason, { job: this.#state?.id ?? null });
    if (this.#state === null) return;
    this.#armFor(this.#state);
    this.#later(this.#announcing.run(this.#state));
    this.#later(this.#values.run(this.#state, this.#projection.revision));
  }
}
