import type { EventPage } from '../../src/jobs/gate-port';
import type { JobResult } from '../../src/jobs/get-result';
import { isTerminal, type JobSummary } from '../../src/jobs/job';
import type { NumberedEvent } from '../../src/jobs/live-event';
import { isGood } from './reading';
import { isReadAs } from './tiny-engine';
import type { Violations } from './violations';

/** What clients know of one job, from answers that had come in before they asked. */
interface Known {
  summary: JobSummary | null;
  /** Somebody has asked for it to be deleted. */
  isDeleteAsked: boolean;
  /** Somebody was told that it is deleted. */
  isDeleted: boolean;
  isRetryAsked: boolean;
  /** What each document ended with, as it was shown. */
  readonly ended: Map<number, string>;
  readonly events: NumberedEvent[];
}

/** A question that is on its way: what was known when it was asked. */
export interface Asked {
  readonly jobId: string;
  readonly summary: JobSummary | null;
  readonly isDeleted: boolean;
  readonly isRetryAsked: boolean;
  /** What its documents were seen to have ended with. */
  readonly ended: ReadonlyMap<number, string>;
}

/** Everything clients asked and were told, each job by itself: what they are told later must go with what they were told before. */
export class History {
  readonly #jobs = new Map<string, Known>();

  constructor(private readonly violations: Violations) {}

  jobIds(): readonly string[] {
    return [...this.#jobs.keys()];
  }

  known(jobId: string): Readonly<Known> {
    return this.#of(jobId);
  }

  ask(jobId: string): Asked {
    const { summary, isDeleted, isRetryAsked, ended } = this.#of(jobId);
    return { jobId, summary, isDeleted, isRetryAsked, ended: new Map(ended) };
  }

  /** For a question whose job is not known yet. */
  askAny(): (jobId: string) => Asked {
    const asked = new Map(this.jobIds().map((jobId) => [jobId, this.ask(jobId)]));
    return (jobId) =>
      asked.get(jobId) ?? { jobId, summary: null, isDeleted: false, isRetryAsked: false, ended: new Map() };
  }

  asksDelete(jobId: string): void {
    this.#of(jobId).isDeleteAsked = true;
  }

  asksRetry(jobId: string): void {
    this.#of(jobId).isRetryAsked = true;
  }

  deleted(jobId: string): void {
    this.#of(jobId).isDeleted = true;
  }

  /** An answer that shows how the job stands; null: there is no such job. */
  shown({ jobId, summary: before, isDeleted }: Asked, now: JobSummary | null): void {
    const known = this.#of(jobId);
    const { violations } = this;
    const expect = (holds: boolean, invariant: string, what: () => string) =>
      violations.expect(holds, invariant, () => `${now?.name ?? jobId}: ${what()}`);
    if (now === null) {
      expect(known.isDeleteAsked, 'I11', () => 'accepted, and unknown now');
      return;
    }
    expect(!isDeleted, 'I13', () => `shown ${now.status} after its deletion`);
    if (before !== null) {
      expect(now.attempt >= before.attempt, 'I4', () => `attempt ${before.attempt}, then ${now.attempt}`);
      if (now.attempt === before.attempt) {
        const isLater = now.status === before.status || now.status === 'expired' || !isTerminal(before.status);
        expect(isLater, 'I2', () => `${before.status}, then ${now.status}`);
        expect(
          now.progress >= before.progress || now.status === 'expired',
          'I4',
          () => `progress ${before.progress}, then ${now.progress}`,
        );
        expect(before.status !== 'running' || now.status !== 'queued', 'I4', () => 'running, then queued');
        expect(now.completedDocuments >= before.completedDocuments, 'I4', () => 'documents are no longer completed');
      }
    }
    if (known.summary === null || now.revision > known.summary.revision) known.summary = now;
  }

  /** The grid of a job that had ended when it was asked for. */
  grid(asked: Asked, { job, rows, request }: JobResult): void {
    const known = this.#of(asked.jobId);
    if (!isTerminal(job.status) || known.isDeleteAsked || job.status === 'expired') return;
    for (const { extraction, values, product } of rows) {
      const { index, outcome, phase, token, filename } = extraction;
      const shows = JSON.stringify([outcome, phase, token, values]);
      const name = `${job.name}, document ${index}`;
      if (outcome === 'completed') {
        const isThere =
          request.assignment.operation === 'extract' ? isReadAs(values.number, filename) : product !== null;
        this.violations.expect(isThere, 'I6', () => `${name} completed and shows ${shows}`);
        this.violations.expect(isGood(filename), 'I7', () => `${name} cannot be read and completed`);
      }
      // A retry begins anew with what did not complete.
      const isRetried = asked.isRetryAsked || known.isRetryAsked;
      const before = asked.ended.get(index);
      if (before !== undefined && (isCompleted(before) || !isRetried))
        this.violations.expect(before === shows, 'I3', () => `${name} showed ${before}, then ${shows}`);
      if (outcome === 'completed' || !isRetried) known.ended.set(index, shows);
      if (job.status !== 'completed' || outcome !== 'running') continue;
      this.violations.report('I4', `${name} runs in a completed job`);
    }
  }

  /**
   * Events that follow a number, as somebody was told them: all of them; of a job whose time is over perhaps the last one
   * alone, which says so.
   */
  followed(jobId: string, afterSeq: number, { events, isLast }: EventPage): void {
    const known = this.#of(jobId).events;
    const isRest =
      isLast && events.length === 1 && events[0]?.event.kind === 'state' && events[0].event.status === 'expired';
    for (const [index, event] of events.entries()) {
      this.violations.expect(
        event.seq === afterSeq + index + 1 || (isRest && event.seq > afterSeq),
        'I15',
        () => `event ${event.seq} came after ${afterSeq + index}`,
      );
      const before = known[event.seq - 1];
      if (before === undefined) known[event.seq - 1] = event;
      else
        this.violations.expect(
          before.at === event.at && before.event.kind === event.event.kind,
          'I15',
          () => `event ${event.seq} was ${before.event.kind}, then ${event.event.kind}`,
        );
    }
  }

  #of(jobId: string): Known {
    const known = this.#jobs.get(jobId);
    if (known !== undefined) return known;
    const fresh: Known = {
      summary: null,
      isDeleteAsked: false,
      isDeleted: false,
      isRetryAsked: false,
      ended: new Map(),
      events: [],
    };
    this.#jobs.set(jobId, fresh);
    return fresh;
  }
}

const isCompleted = (shown: string): boolean => shown.startsWith('["completed"');
