import type { Ports } from '../ports';
import type { Caller, ListWindow } from '../records';
import type { Page } from '../shelf';
import { getDataset } from './get-dataset';
import type { IterationRecord, ProjectRef } from './project';

/** Throws `not-found` for the dataset. */
export async function listIterations(
  ports: Ports,
  caller: Caller,
  project: ProjectRef,
  datasetId: string,
  window: ListWindow,
): Promise<Page<IterationRecord>> {
  await getDataset(ports, caller, project, datasetId);
  return ports.iterations.list(caller.accountId, datasetId, window);
}
