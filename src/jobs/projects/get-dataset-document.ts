import { JobError } from '../errors';
import type { Ports } from '../ports';
import type { Caller } from '../records';
import { getDataset } from './get-dataset';
import type { DatasetDocumentRecord, DatasetRecord, ProjectRef } from './project';

/** Throws `not-found`, also for a document of another dataset. */
export async function getDatasetDocument(
  ports: Ports,
  caller: Caller,
  project: ProjectRef,
  datasetId: string,
  id: string,
): Promise<DatasetDocumentRecord> {
  return documentOf(ports, caller, await getDataset(ports, caller, project, datasetId), id);
}

/** Throws `not-found`, also for a document of another dataset. */
export async function documentOf(
  ports: Ports,
  { accountId }: Caller,
  dataset: DatasetRecord,
  id: string,
): Promise<DatasetDocumentRecord> {
  const record = await ports.datasetDocuments.get(accountId, id);
  if (record?.datasetId !== dataset.id) throw noDatasetDocument(id);
  return record;
}

export const noDatasetDocument = (id: string): JobError =>
  new JobError('not-found', `Dataset document ${id} does not exist`);
