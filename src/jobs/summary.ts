import { countsOf } from './document-counts';
import type { JobProblem } from './errors';
import type { EpochMs, JobState, JobSummary } from './job';
import { estimatedEndAt, phaseOf } from './progress';
import { deriveStatus } from './status';

/** What readers see of a state. */
export function summarise(state: JobState, now: EpochMs): JobSummary {
  const status = deriveStatus(state);
  const { completed, failed, filledFields } = countsOf(state);
  return {
    id: state.id,
    accountId: state.accountId,
    operation: state.operation,
    name: state.name,
    agentId: state.agentId,
    projectId: state.projectId,
    model: state.model,
    calledAs: state.calledAs,
    labels: state.labels,
    origin: state.origin,
    schemaId: state.schemaId,
    schemaName: state.schemaName,
    status,
    phase: phaseOf(state),
    progress: status === 'completed' ? 100 : state.progressFloor,
    attempt: state.attempt,
    documentCount: state.documents.length,
    completedDocuments: completed,
    failedDocuments: failed,
    totalCells: state.documents.length * state.fieldCount,
    filledCells: filledFields,
    problem: problemOf(state),
    createdAt: state.createdAt,
    startedAt: state.startedAt,
    endedAt: state.endedAt,
    cancelledAt: state.cancelledAt,
    deletedAt: state.deletedAt,
    expiresAt: state.expiresAt,
    estimatedEndAt: estimatedEndAt(state, now),
    revision: state.revision,
  };
}

/** Why the job as a whole came to nothing; null when it did not. */
function problemOf(state: JobState): JobProblem | null {
  const status = deriveStatus(state);
  if (status === 'cancelled') return { code: 'cancelled', message: 'Cancelled via API' };
  if (status !== 'failed') return null;
  const first = state.documents.find((document) => document.problem !== null)?.problem;
  if (!first) return { code: 'extraction-failed', message: 'No document came through' };
  if (state.documents.length === 1) return first;
  return {
    code: first.code,
    message: `None of ${state.documents.length} documents came through; the first: ${first.message}`,
  };
}
