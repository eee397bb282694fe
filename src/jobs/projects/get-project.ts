import { JobError } from '../errors';
import type { Ports } from '../ports';
import type { Caller } from '../records';
import type { Measured, ProjectRecord } from './project';

/** Throws `not-found`, also for a project that does something else. */
export async function getProject(
  ports: Ports,
  { accountId }: Caller,
  operation: Measured,
  id: string,
): Promise<ProjectRecord> {
  const record = await ports.projects.get(accountId, id);
  if (record?.operation !== operation) throw noProject(id);
  return record;
}

export const noProject = (id: string): JobError => new JobError('not-found', `Project ${id} does not exist`);
