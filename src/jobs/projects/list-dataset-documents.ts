import { listWhole } from '../list-whole';
import type { Ports } from '../ports';
import type { Caller, ListWindow } from '../records';
import { getDataset } from './get-dataset';
import type { DatasetDocumentRecord, DatasetRecord, ProjectRef } from './project';

/** In the order in which they were added. Throws `not-found` for the dataset. */
export async function listDatasetDocuments(
  ports: Ports,
  caller: Caller,
  project: ProjectRef,
  datasetId: string,
  { limit, offset }: Pick<ListWindow, 'limit' | 'offset'>,
): Promise<readonly DatasetDocumentRecord[]> {
  await getDataset(ports, caller, project, datasetId);
  const window = { limit, offset, order: 'asc', after: null } as const;
  return (await ports.datasetDocuments.list(caller.accountId, datasetId, window)).items;
}

/** All of them, in the order in which they were added. Does not check whose the dataset is. */
export const allDatasetDocuments = (
  ports: Ports,
  { accountId }: Caller,
  { id }: DatasetRecord,
): Promise<readonly DatasetDocumentRecord[]> => listWhole(ports.datasetDocuments, accountId, id);
