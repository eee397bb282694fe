/** One document of a dataset run as its project says, or as an iteration does, which then notes what came of it. */
import type {
  DatasetDocumentRecord,
  IterationRecord,
  PredictionRecord,
  ProjectRef,
} from '../../../jobs/projects/project';
import { startPredictions } from '../../../jobs/projects/start-predictions';
import type { JsonObject } from '../../../schema/json';
import { isResent, type RequestScope } from '../../dialect';
import { idempotencyKey } from '../../door';
import type { Answer, Endpoint } from '../endpoint';
import { runNow } from '../run-now';
import { startJob } from '../start-job';
import { PROCESS } from './run-endpoints';
import { settled } from './settle-predictions';

/** The answer of the operation. `iteration`: null: as the project says. */
export async function processNow(
  scope: RequestScope,
  project: ProjectRef,
  document: DatasetDocumentRecord,
  iteration: IterationRecord | null,
  headers: Headers,
): Promise<Answer> {
  const { endpoint, started } = noting(scope, project, document, iteration);
  const answer = await runNow(scope, endpoint, headers, async () => requestOf(project, document, iteration));
  await settled(scope, started);
  return answer;
}

/** The id of what is going to come of it in the iteration. */
export async function processLater(
  scope: RequestScope,
  project: ProjectRef,
  document: DatasetDocumentRecord,
  iteration: IterationRecord,
  headers: Headers,
): Promise<string> {
  const { endpoint, started } = noting(scope, project, document, iteration);
  await startJob(scope, endpoint, requestOf(project, document, iteration), () => ({
    priority: 'normal',
    idempotencyKey: idempotencyKey(headers),
    joinsSame: isResent(headers),
    receivedAt: scope.receivedAt,
  }));
  return started[0]?.id ?? '';
}

const requestOf = (
  { id }: ProjectRef,
  { documentId, filename }: DatasetDocumentRecord,
  iteration: IterationRecord | null,
): JsonObject => ({
  project_id: id,
  ...(iteration === null ? {} : { iteration_id: iteration.id }),
  document: { id: documentId, filename },
});

/** The endpoint that runs it, and what is noted in the iteration once its job has been made. */
function noting(
  { ports, caller }: RequestScope,
  { operation }: ProjectRef,
  document: DatasetDocumentRecord,
  iteration: IterationRecord | null,
): { readonly endpoint: Endpoint; readonly started: readonly PredictionRecord[] } {
  const started: PredictionRecord[] = [];
  const endpoint = PROCESS[operation];
  if (iteration === null) return { endpoint, started };
  const begun = async (jobId: string): Promise<void> => {
    started.push(...(await startPredictions(ports, caller, iteration, [document], jobId)));
  };
  return {
    endpoint: { ...endpoint, order: async (...asked) => ({ ...(await endpoint.order(...asked)), begun }) },
    started,
  };
}
