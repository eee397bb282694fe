import { JobError } from '../errors';
import type { Ports } from '../ports';
import type { Caller } from '../records';
import type { DatasetRecord, ProjectRef } from './project';

/** Throws `not-found`, also for a dataset of another project. */
export async function getDataset(
  ports: Ports,
  { accountId }: Caller,
  project: ProjectRef,
  id: string,
): Promise<DatasetRecord> {
  const record = await ports.datasets.get(accountId, id);
  if (record?.projectId !== project.id || record.operation !== project.operation) throw noDataset(id);
  return record;
}

export const noDataset = (id: string): JobError => new JobError('not-found', `Dataset ${id} does not exist`);
