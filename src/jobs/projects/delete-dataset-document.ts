import type { Ports } from '../ports';
import type { Caller } from '../records';
import { getDatasetDocument, noDatasetDocument } from './get-dataset-document';
import type { ProjectRef } from './project';

/** The document itself stays. Throws `not-found`. */
export async function deleteDatasetDocument(
  ports: Ports,
  caller: Caller,
  project: ProjectRef,
  datasetId: string,
  id: string,
): Promise<void> {
  await getDatasetDocument(ports, caller, project, datasetId, id);
  if (!(await ports.datasetDocuments.remove(caller.accountId, id))) throw noDatasetDocument(id);
}
