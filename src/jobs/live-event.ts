import type { JobProblem } from './errors';
import type { EpochMs, JobStatus, Outcome, Phase } from './job';

/**
 * What happened to a job, numbered from 1 in the order in which its gate decided it. Readers resume after a number.
 * Bodies are complete in themselves: a reader needs no earlier event to show one.
 */
export type LiveEvent =
  | {
      readonly kind: 'state';
      readonly status: JobStatus;
      readonly progress: number;
      readonly attempt: number;
      readonly problem: JobProblem | null;
    }
  | { readonly kind: 'phase'; readonly phase: Phase; readonly progress: number }
  | {
      readonly kind: 'document';
      readonly index: number;
      readonly documentId: string;
      readonly filename: string;
      readonly outcome: Outcome;
      /** The last finished phase; null while none is. */
      readonly phase: Phase | null;
      readonly filledFields: number;
      readonly problem: JobProblem | null;
    }
  | { readonly kind: 'cells'; readonly totalCells: number; readonly filledCells: number; readonly progress: number }
  | {
      readonly kind: 'end';
      readonly status: JobStatus;
      readonly progress: number;
      readonly problem: JobProblem | null;
    };

export interface NumberedEvent {
  readonly seq: number;
  readonly at: EpochMs;
  readonly event: LiveEvent;
}
