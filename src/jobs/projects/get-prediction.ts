import { JobError } from '../errors';
import type { Ports } from '../ports';
import type { Caller } from '../records';
import { getIteration } from './get-iteration';
import type { PredictionRecord, ProjectRef } from './project';

/** Throws `not-found`, also for one of another iteration. */
export async function getPrediction(
  ports: Ports,
  caller: Caller,
  project: ProjectRef,
  datasetId: string,
  iterationId: string,
  id: string,
): Promise<PredictionRecord> {
  await getIteration(ports, caller, project, datasetId, iterationId);
  const record = await ports.predictions.get(caller.accountId, id);
  if (record?.iterationId !== iterationId) throw noPrediction(id);
  return record;
}

export const noPrediction = (id: string): JobError =>
  new JobError('not-found', `Iteration document ${id} does not exist`);
