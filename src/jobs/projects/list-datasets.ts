import type { Ports } from '../ports';
import type { Caller, ListWindow } from '../records';
import type { Page } from '../shelf';
import { getProject } from './get-project';
import type { DatasetRecord, ProjectRef } from './project';

/** Throws `not-found` for the project. */
export async function listDatasets(
  ports: Ports,
  caller: Caller,
  { operation, id }: ProjectRef,
  window: ListWindow,
): Promise<Page<DatasetRecord>> {
  await getProject(ports, caller, operation, id);
  return ports.datasets.list(caller.accountId, id, window);
}
