import type { JobProblem } from './errors';
import type { PhaseReport, Turn } from './gate-port';
import type { EpochMs, Lease } from './job';

/** Everything that can happen to a job. `now` and `boot` come with the event: the core reads no clock. */
export type JobEvent = { readonly now: EpochMs } & (
  | { readonly kind: 'lease'; readonly attempt: number; readonly index: number; readonly boot: string }
  | { readonly kind: 'renew'; readonly turn: Turn; readonly phaseShare?: number | undefined }
  | { readonly kind: 'report'; readonly report: PhaseReport }
  | { readonly kind: 'fail'; readonly turn: Turn; readonly problem: JobProblem }
  | { readonly kind: 'release'; readonly turn: Turn; readonly delayMs: number; readonly problem: JobProblem | null }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'retry' }
  /** The gate's alarm: leases that ran out, messages of a process that is gone. */
  | { readonly kind: 'tick'; readonly boot: string }
  /** Messages for these documents have been handed to the queue. */
  | { readonly kind: 'sent'; readonly attempt: number; readonly indexes: readonly number[] }
  /** Asked to be deleted. */
  | { readonly kind: 'remove' }
  /** Retention is over. */
  | { readonly kind: 'expire' }
);

export type JobEventKind = JobEvent['kind'];

/** What the one who brought the event is told. */
export type Verdict =
  | { readonly kind: 'go' }
  | { readonly kind: 'stop' }
  | { readonly kind: 'granted'; readonly lease: Lease }
  | { readonly kind: 'busy'; readonly retryAfterMs: number }
  | { readonly kind: 'stale' }
  | { readonly kind: 'terminal' }
  | { readonly kind: 'refused'; readonly reason: 'not-cancellable' | 'not-retryable' };
