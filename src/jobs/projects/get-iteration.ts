import { JobError } from '../errors';
import type { Ports } from '../ports';
import type { Caller } from '../records';
import type { IterationRecord, ProjectRef } from './project';

/** Throws `not-found`, also for an iteration over another dataset. */
export async function getIteration(
  ports: Ports,
  caller: Caller,
  project: ProjectRef,
  datasetId: string,
  id: string,
): Promise<IterationRecord> {
  const record = await getIterationOf(ports, caller, project, id);
  if (record.datasetId !== datasetId) throw noIteration(id);
  return record;
}

/** Over whichever dataset of the project. Throws `not-found`. */
export async function getIterationOf(
  ports: Ports,
  { accountId }: Caller,
  project: ProjectRef,
  id: string,
): Promise<IterationRecord> {
  const record = await ports.iterations.get(accountId, id);
  if (record?.projectId !== project.id || record.operation !== project.operation) throw noIteration(id);
  return record;
}

export const noIteration = (id: string): JobError => new JobError('not-found', `Iteration ${id} does not exist`);
