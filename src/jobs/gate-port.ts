/** What the core asks of a job's gate. The gate itself is `src/gate`; its client is `stores/durable/gates`. */
import type { JobProblem } from './errors';
import type { JobDocument, JobState, JobSummary, JobTraits, Operation, Phase } from './job';
import type { NumberedEvent } from './live-event';
import type { ExtractionRecord } from './records';
import type { Places } from './turnstile';
import type { Hook } from './webhooks/hook';

/** What a job is opened with. */
export interface JobOpening
  extends JobTraits,
    Pick<
      JobState,
      | 'id'
      | 'accountId'
      | 'operation'
      | 'priority'
      | 'name'
      | 'schemaId'
      | 'schemaName'
      | 'schemaVersion'
      | 'fieldCount'
      | 'createdAt'
      | 'retentionMs'
    > {
  /** The source that all its documents came through; absent: none, or several. */
  readonly sourceId?: string | null;
  /** Who is told of it beside those that hear of everything; absent: nobody. */
  readonly hooks?: readonly Hook[];
  /** How long its work waits before it begins, in milliseconds, by the clock of whoever opens it; absent: not at all. */
  readonly delayMs?: number;
  readonly documents: readonly Pick<
    JobDocument,
    'documentId' | 'extractionId' | 'filename' | 'sha256' | 'sizeBytes' | 'mediaType'
  >[];
}

export type LeaseAnswer =
  | { readonly kind: 'granted'; readonly token: number; readonly document: JobDocument; readonly operation: Operation }
  /** Another consumer is at it. */
  | { readonly kind: 'busy'; readonly retryAfterMs: number }
  /** Of an earlier attempt, or the document has ended. */
  | { readonly kind: 'stale' }
  | { readonly kind: 'terminal' }
  | { readonly kind: 'unknown' };

/** Which turn at which document a consumer speaks of. */
export interface Turn {
  readonly attempt: number;
  readonly index: number;
  readonly token: number;
}

/** One phase of one document is done and its output stored. The last phase of the operation ends the document. */
export interface PhaseReport extends Turn {
  readonly phase: Phase;
  readonly filledFields: number;
  readonly confidence: number | null;
  readonly pages: number | null;
  readonly language: string | null;
}

/** `stop`: the turn is over (cancelled, lease lost, ended); nothing more may be done for it. */
export type GoOrStop = 'go' | 'stop';

/** A part of a job's event log. */
export interface EventPage {
  readonly events: readonly NumberedEvent[];
  /** Whether the job has ended and nothing follows these events. */
  readonly isLast: boolean;
}

/** The one writer of a job. Every answer is about the state after the call. */
export interface Gate {
  /** Opens the job, once: a second call changes nothing. */
  open(opening: JobOpening): Promise<JobSummary>;
  lease(attempt: number, index: number): Promise<LeaseAnswer>;
  /** Keeps the lease for longer. `phaseShare`: how much of the phase under way is done, 0-1, where that is known. */
  renew(turn: Turn, phaseShare?: number): Promise<GoOrStop>;
  report(report: PhaseReport): Promise<GoOrStop>;
  /** The document cannot be done: it ends as failed. Token 0: said by someone without a turn (the dead-letter consumer). */
  fail(turn: Turn, problem: JobProblem): Promise<GoOrStop>;
  /** Gives the turn back to be taken up again after a delay. `problem`: a retryable error that came in the way; null: time budget. */
  release(turn: Turn, delayMs: number, problem: JobProblem | null): Promise<GoOrStop>;
  /** The turnstile of the account has more places for the job. Whether there is such a job. */
  admit(places: Places): Promise<boolean>;
  /** Throws `not-found`, `not-cancellable`. */
  cancel(): Promise<JobSummary>;
  /** Begins the next attempt with the documents that did not complete. Throws `not-found`, `not-retryable`. */
  retry(): Promise<JobSummary>;
  /** Ends the job if it still runs, hides it from every reader and deletes what is stored of it. Throws `not-found`. */
  remove(): Promise<void>;
  /** null: no such job. */
  summary(): Promise<JobSummary | null>;
  /** Every document of the job with the pointer to what is stored of it, in order. Throws `not-found`. */
  extractions(): Promise<readonly ExtractionRecord[]>;
  /** Events after `seq`, oldest first, at most `limit`; null: no such job. */
  eventsAfter(seq: number, limit: number): Promise<EventPage | null>;
}
