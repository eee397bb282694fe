import type { JobOpening } from './gate-port';
import type { EpochMs, JobDocument, JobState } from './job';

/**
 * The state a job begins in: every document waits, and its message is owed as soon as the job is to begin. `now` is the
 * gate's clock, by which everything that is due later is told: the one the job was made by may be ahead of it.
 */
export function openJob(opening: JobOpening, boot: string, now: EpochMs): JobState {
  const { documents, delayMs = 0, sourceId = null, hooks = [], ...job } = opening;
  return {
    ...job,
    attempt: 1,
    startedAt: null,
    endedAt: null,
    cancelledAt: null,
    expiredAt: null,
    deletedAt: null,
    expiresAt: opening.createdAt + opening.retentionMs,
    boot,
    progressFloor: 0,
    revision: 1,
    sourceId,
    hooks,
    documents: documents.map((document, index) => ({
      ...document,
      ...untouched(now + delayMs, 1),
      index,
      token: 0,
      pages: null,
      language: null,
    })),
  };
}

/** What is known of a document before anybody has worked on it in an attempt. */
export const untouched = (now: number, revision: number) =>
  ({
    outcome: 'waiting',
    lease: null,
    checkpoint: null,
    dueAt: now,
    sends: 0,
    crashes: 0,
    errors: 0,
    filledFields: 0,
    confidence: null,
    problem: null,
    endedAt: null,
    revision,
  }) as const satisfies Partial<JobDocument>;
