import type { FillPhase } from '../schema/cell';
import type { JobProblem } from './errors';
import type { Hook } from './webhooks/hook';

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type EpochMs = number;

/**
 * Where a job stands. Derived from its documents, except for `cancelled` (asked for) and `expired` (retention over).
 * `validating` is a job whose gate has not yet been opened; it is never seen by a caller.
 */
export type JobStatus = 'validating' | 'queued' | 'running' | 'completed' | 'failed' | 'cancelled' | 'expired';

/** What a job does with its documents. */
export type Operation =
  | 'extract'
  | 'parse'
  | 'split'
  | 'classify'
  | 'generate-schema'
  | 'generate-template'
  | 'fill-form';

/** A step of the pipeline. */
export type Phase = FillPhase;

/** The phases of each operation, in order. */
export const PHASES = {
  extract: ['resolve', 'execute', 'validate', 'reread'],
  parse: ['resolve', 'execute'],
  split: ['resolve', 'execute'],
  classify: ['resolve', 'execute'],
  'generate-schema': ['resolve', 'execute'],
  'generate-template': ['resolve', 'execute'],
  'fill-form': ['resolve', 'execute'],
} as const satisfies Record<Operation, readonly [Phase, ...Phase[]]>;

export type Priority = 'normal' | 'high';

/** How one document of a job fares. */
export type Outcome = 'waiting' | 'running' | 'completed' | 'failed';

/** Names and values a caller attached to a job to find it again. */
export type Labels = Readonly<Record<string, string>>;

/** What in the outside world a job came from. */
export type Origin = 'api' | 'dashboard';

/** Facts of a job that callers search by; they never change. */
export interface JobTraits {
  /** The stored agent it was made with; null: none. */
  readonly agentId: string | null;
  /** The project the caller named; null: none. */
  readonly projectId: string | null;
  /** The model asked for, in the caller's spelling; null: the service's own choice. */
  readonly model: string | null;
  /** What the caller called the work, where several names stand for one operation; null: as the operation is always called. */
  readonly calledAs: string | null;
  readonly labels: Labels;
  readonly origin: Origin;
}

/** Who may work on a document now. A report that carries another token comes from a consumer that lost its turn. */
export interface Lease {
  readonly token: number;
  readonly until: EpochMs;
  /** The server process that holds it; a lease of another boot is dead at once. */
  readonly boot: string;
}

/** The last finished phase of a document, and the attempt and token under which its output was stored: the pointer to it. */
export interface Checkpoint {
  readonly attempt: number;
  readonly phase: Phase;
  readonly token: number;
}

/** One document of a job, as its gate keeps it. */
export interface JobDocument {
  /** 0-based position in the job. */
  readonly index: number;
  readonly documentId: string;
  /** Names this document's result; the same over all attempts of the job. */
  readonly extractionId: string;
  readonly filename: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly mediaType: string;
  readonly outcome: Outcome;
  /** Highest lease token given out so far, over all attempts. */
  readonly token: number;
  readonly lease: Lease | null;
  readonly checkpoint: Checkpoint | null;
  /** How much of the phase after it is done, 0-1; absent: none. A long document tells. */
  readonly phaseShare?: number;
  /** When the gate must look again: send its message (waiting) or take the lease as lost (running); null: nothing due. */
  readonly dueAt: EpochMs | null;
  /** How often its message was sent since it last made progress. */
  readonly sends: number;
  /** Consumers that vanished while holding the lease. */
  readonly crashes: number;
  /** Retryable errors that consumers reported. */
  readonly errors: number;
  readonly filledFields: number;
  /** Mean confidence of its filled fields, 0-1; null until something is filled. */
  readonly confidence: number | null;
  /** Known once read. */
  readonly pages: number | null;
  readonly language: string | null;
  readonly problem: JobProblem | null;
  readonly endedAt: EpochMs | null;
  /** The job's revision that last changed this document. */
  readonly revision: number;
}

/** All a gate knows of its job. Changed only by `transition`. */
export interface JobState extends JobTraits {
  readonly id: string;
  readonly accountId: string;
  readonly operation: Operation;
  readonly priority: Priority;
  readonly name: string | null;
  readonly schemaId: string | null;
  readonly schemaName: string | null;
  readonly schemaVersion: number | null;
  /** Columns of the grid: how many fields the schema asks of each document. */
  readonly fieldCount: number;
  /** 1-based; a retry starts the next one. */
  readonly attempt: number;
  readonly createdAt: EpochMs;
  readonly startedAt: EpochMs | null;
  readonly endedAt: EpochMs | null;
  readonly cancelledAt: EpochMs | null;
  readonly expiredAt: EpochMs | null;
  /** When it was deleted on request; null: it was not. */
  readonly deletedAt: EpochMs | null;
  /** How long the job is kept from its making or its last retry, in milliseconds. */
  readonly retentionMs: number;
  /** When the job, its request and its results are deleted, unless it still runs. */
  readonly expiresAt: EpochMs;
  /** The server process that last spoke to this job; messages sent by another are taken as lost. */
  readonly boot: string;
  /** Highest progress shown in this attempt, 0-100: a reader never sees it fall. */
  readonly progressFloor: number;
  /** Counts every change; the projection and the event log are ordered by it. */
  readonly revision: number;
  /** The source that all its documents came through; null: none, or several. */
  readonly sourceId: string | null;
  /** Who is told of it beside those that hear of everything in the account. */
  readonly hooks: readonly Hook[];
  readonly documents: readonly JobDocument[];
}

/** What readers see of a job: the projection in D1 and the body of every status answer. */
export interface JobSummary extends JobTraits {
  readonly id: string;
  readonly accountId: string;
  readonly operation: Operation;
  readonly name: string | null;
  readonly schemaId: string | null;
  readonly schemaName: string | null;
  readonly status: JobStatus;
  /** The least advanced phase any unfinished document is in; null before the start and after the end. */
  readonly phase: Phase | null;
  /** 0-100, never falling within an attempt. */
  readonly progress: number;
  readonly attempt: number;
  readonly documentCount: number;
  readonly completedDocuments: number;
  readonly failedDocuments: number;
  readonly totalCells: number;
  readonly filledCells: number;
  readonly problem: JobProblem | null;
  readonly createdAt: EpochMs;
  readonly startedAt: EpochMs | null;
  readonly endedAt: EpochMs | null;
  readonly cancelledAt: EpochMs | null;
  readonly deletedAt: EpochMs | null;
  /** When the request and the results are deleted, and the job is `expired`. */
  readonly expiresAt: EpochMs;
  /** When the work left should be done; null when nothing is left. Seconds from now are computed at reading time. */
  readonly estimatedEndAt: EpochMs | null;
  readonly revision: number;
}

const TERMINAL = {
  validating: false,
  queued: false,
  running: false,
  completed: true,
  failed: true,
  cancelled: true,
  expired: true,
} as const satisfies Record<JobStatus, boolean>;

/** Whether a status is an end: it changes only by a retry or by expiry. */
export const isTerminal = (status: JobStatus): boolean => TERMINAL[status];

/** Names one job; every access to one says whose it is. */
export interface JobRef {
  readonly accountId: string;
  readonly jobId: string;
}
