import type { Tier } from '../../jobs/field';
import type { JobStatus, Outcome, Phase } from '../../jobs/job';
import type { DocumentRecord } from '../../jobs/records';
import type { FilterOperator } from '../../jobs/value-test';

/**
 * The status words of the vendor's OpenAPI document. A job that waits is `queued`, so that loops which wait while
 * `queued` or `processing` and loops which wait while not `complete` or `failed` both work; only the answer to the
 * creation says `pending`.
 */
export const TALONIC_STATUS = {
  validating: 'queued',
  queued: 'queued',
  running: 'processing',
  completed: 'complete',
  failed: 'failed',
  cancelled: 'failed',
  expired: 'failed',
} as const satisfies Record<JobStatus, string>;

export const TALONIC_PHASE = {
  resolve: 'phase_1_resolve',
  execute: 'phase_2_execute',
  validate: 'phase_3_validation',
  reread: 'phase_4_reread',
} as const satisfies Record<Phase, string>;

/** A job's row in the grid. */
export const TALONIC_ROW_STATUS = {
  waiting: 'partial',
  running: 'partial',
  completed: 'complete',
  failed: 'failed',
} as const satisfies Record<Outcome, string>;

export const TALONIC_EXTRACTION_STATUS = {
  waiting: 'processing',
  running: 'processing',
  completed: 'complete',
  failed: 'failed',
} as const satisfies Record<Outcome, string>;

const WAITING = ['validating', 'queued'] as const;
const CANCELLED = ['cancelled'] as const;

/** What a filter for jobs may say: the words of every generation of the vendor's documents. */
export const JOB_STATUS_FILTER: ReadonlyMap<string, readonly JobStatus[]> = new Map<string, readonly JobStatus[]>([
  ['pending', WAITING],
  ['queued', WAITING],
  ['processing', ['running']],
  ['complete', ['completed']],
  ['completed', ['completed']],
  ['failed', ['failed', 'cancelled', 'expired']],
  ['cancelled', CANCELLED],
  ['canceled', CANCELLED],
]);

export const EXTRACTION_STATUS_FILTER: ReadonlyMap<string, readonly Outcome[]> = new Map<string, readonly Outcome[]>([
  ['processing', ['waiting', 'running']],
  ['complete', ['completed']],
  ['completed', ['completed']],
  ['failed', ['failed']],
]);

export const DOCUMENT_STATUS_FILTER: ReadonlyMap<string, readonly DocumentRecord['status'][]> = new Map<
  string,
  readonly DocumentRecord['status'][]
>([
  ['pending', ['pending']],
  ['queued', ['pending']],
  ['processing', ['processing']],
  ['completed', ['completed']],
  ['complete', ['completed']],
  ['error', ['error']],
  ['failed', ['error']],
]);

export const TALONIC_TIER = { core: 1, established: 2, emerging: 3 } as const satisfies Record<Tier, number>;

export const FIELD_TIER_FILTER: ReadonlyMap<string, Tier> = new Map<string, Tier>([
  ...(['core', 'established', 'emerging'] as const).map((tier) => [tier, tier] as const),
  ['1', 'core'],
  ['2', 'established'],
  ['3', 'emerging'],
]);

export const FILTER_OPERATORS: ReadonlyMap<string, FilterOperator> = new Map<string, FilterOperator>([
  ...(['eq', 'neq', 'gt', 'gte', 'lt', 'lte', 'between', 'contains', 'in'] as const).map(
    (word) => [word, word] as const,
  ),
  ['starts_with', 'starts-with'],
  ['is_empty', 'is-empty'],
  ['is_not_empty', 'is-not-empty'],
]);
