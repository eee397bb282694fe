import type { Ports } from '../ports';
import type { Caller } from '../records';
import { getDataset, noDataset } from './get-dataset';
import type { ProjectRef } from './project';

/** With its iterations and what is expected of its documents; the documents stay, and so do jobs. Throws `not-found`. */
export async function deleteDataset(ports: Ports, caller: Caller, project: ProjectRef, id: string): Promise<void> {
  await getDataset(ports, caller, project, id);
  if (!(await ports.datasets.remove(caller.accountId, id))) throw noDataset(id);
}
