import { newlyKept } from '../keep';
import type { Ports } from '../ports';
import type { Caller } from '../records';
import { getDataset } from './get-dataset';
import { allDatasetDocuments } from './list-dataset-documents';
import type { DatasetRecord, ProjectRef } from './project';

/** Another dataset with the same documents, without the iterations. `name`: null: that of the first, and that it is a copy. Throws `not-found`. */
export async function duplicateDataset(
  ports: Ports,
  caller: Caller,
  project: ProjectRef,
  id: string,
  name: string | null,
): Promise<DatasetRecord> {
  const stored = await getDataset(ports, caller, project, id);
  const documents = await allDatasetDocuments(ports, caller, stored);
  const copy = { ...stored, ...newlyKept(ports, caller), name: name ?? `${stored.name} (copy)` };
  await ports.datasets.put(copy);
  const copies = documents.map(({ createdAt, ...document }) => {
    // They stay in their order.
    return { ...document, ...newlyKept(ports, caller), createdAt, datasetId: copy.id };
  });
  await ports.datasetDocuments.put(...copies);
  return copy;
}
