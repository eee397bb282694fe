import { listWhole } from '../list-whole';
import type { Ports } from '../ports';
import type { Caller, ListWindow } from '../records';
import { getIteration } from './get-iteration';
import type { IterationRecord, PredictionRecord, ProjectRef } from './project';

/** In the order of the dataset's documents. Throws `not-found` for the iteration. */
export async function listPredictions(
  ports: Ports,
  caller: Caller,
  project: ProjectRef,
  datasetId: string,
  iterationId: string,
  { limit, offset }: Pick<ListWindow, 'limit' | 'offset'>,
): Promise<readonly PredictionRecord[]> {
  await getIteration(ports, caller, project, datasetId, iterationId);
  const window = { limit, offset, order: 'asc', after: null } as const;
  return (await ports.predictions.list(caller.accountId, iterationId, window)).items;
}

/** All of them, in the order of the dataset's documents. Does not check whose the iteration is. */
export const allPredictions = (
  ports: Ports,
  { accountId }: Caller,
  { id }: IterationRecord,
): Promise<readonly PredictionRecord[]> => listWhole(ports.predictions, accountId, id);
