import type { Ports } from '../ports';
import type { Caller } from '../records';
import { getProject, noProject } from './get-project';
import type { Measured } from './project';

/** With its datasets and iterations; jobs and documents stay. Throws `not-found`. */
export async function deleteProject(ports: Ports, caller: Caller, operation: Measured, id: string): Promise<void> {
  await getProject(ports, caller, operation, id);
  if (!(await ports.projects.remove(caller.accountId, id))) throw noProject(id);
}
