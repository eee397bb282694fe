import { changeKept } from '../keep';
import type { Ports } from '../ports';
import type { Caller } from '../records';
import { varied } from './apply-overrides';
import { getDataset } from './get-dataset';
import { getIterationOf } from './get-iteration';
import { getProject } from './get-project';
import { type Measured, type ProjectRecord, type Setup, variantOf } from './project';

/**
 * From now on the project works as its draft says, or as one of its iterations does. Throws `not-found` for the project,
 * `invalid-request` for an iteration that is not of it.
 */
export async function publishProject(
  ports: Ports,
  caller: Caller,
  operation: Measured,
  id: string,
  iterationId: string | null,
): Promise<ProjectRecord> {
  const project = await getProject(ports, caller, operation, id);
  const setup = iterationId === null ? null : await setupOf(ports, caller, project, iterationId);
  return changeKept(
    ports,
    ports.projects,
    () => getProject(ports, caller, operation, id),
    ({ draft }) => ({ published: setup ?? draft, isPublished: true, publishedFrom: iterationId }),
    `project ${id}`,
  );
}

/** How an iteration of a project works: what it says over what its dataset began with. Throws `not-found`. */
export async function setupOf(
  ports: Ports,
  caller: Caller,
  project: Pick<ProjectRecord, 'id' | 'operation'>,
  iterationId: string,
): Promise<Setup> {
  const iteration = await getIterationOf(ports, caller, project, iterationId);
  const { base } = await getDataset(ports, caller, project, iteration.datasetId);
  return varied(base, variantOf(iteration));
}
