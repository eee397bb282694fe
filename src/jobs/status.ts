import { countsOf } from './document-counts';
import type { JobDocument, JobState, JobStatus } from './job';

/** Whether a document has its outcome. */
export const hasEnded = (document: JobDocument): boolean =>
  document.outcome === 'completed' || document.outcome === 'failed';

/** A job's status follows from its documents, except for cancellation and expiry, which are facts of their own. */
export function deriveStatus(state: JobState): JobStatus {
  if (state.expiredAt !== null) return 'expired';
  if (state.cancelledAt !== null) return 'cancelled';
  const { completed, failed } = countsOf(state);
  if (completed + failed === state.documents.length) return completed > 0 ? 'completed' : 'failed';
  return state.startedAt === null ? 'queued' : 'running';
}
