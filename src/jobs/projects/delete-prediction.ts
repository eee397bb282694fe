import type { Ports } from '../ports';
import type { Caller } from '../records';
import { getPrediction, noPrediction } from './get-prediction';
import type { ProjectRef } from './project';

/** The document stays in its dataset. Throws `not-found`. */
export async function deletePrediction(
  ports: Ports,
  caller: Caller,
  project: ProjectRef,
  datasetId: string,
  iterationId: string,
  id: string,
): Promise<void> {
  await getPrediction(ports, caller, project, datasetId, iterationId, id);
  if (!(await ports.predictions.remove(caller.accountId, id))) throw noPrediction(id);
}
