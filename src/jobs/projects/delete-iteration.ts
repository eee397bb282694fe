import type { Ports } from '../ports';
import type { Caller } from '../records';
import { getIteration, noIteration } from './get-iteration';
import type { ProjectRef } from './project';

/** With what it gave; jobs stay. Throws `not-found`. */
export async function deleteIteration(
  ports: Ports,
  caller: Caller,
  project: ProjectRef,
  datasetId: string,
  id: string,
): Promise<void> {
  await getIteration(ports, caller, project, datasetId, id);
  if (!(await ports.iterations.remove(caller.accountId, id))) throw noIteration(id);
}
