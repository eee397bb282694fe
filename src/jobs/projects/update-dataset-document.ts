import { changeKept } from '../keep';
import type { Ports } from '../ports';
import type { Caller } from '../records';
import { getDatasetDocument } from './get-dataset-document';
import type { DatasetDocumentRecord, ProjectRef } from './project';

/** What is undefined stays as it is; remarks are added to. */
export interface DatasetDocumentChange {
  readonly truth?: DatasetDocumentRecord['truth'] | undefined;
  readonly remarks: DatasetDocumentRecord['remarks'];
}

/** Throws `not-found`, and `conflict` while others keep changing it. */
export const updateDatasetDocument = (
  ports: Ports,
  caller: Caller,
  project: ProjectRef,
  datasetId: string,
  id: string,
  { truth, remarks }: DatasetDocumentChange,
): Promise<DatasetDocumentRecord> =>
  changeKept(
    ports,
    ports.datasetDocuments,
    () => getDatasetDocument(ports, caller, project, datasetId, id),
    (stored) => ({ truth: truth ?? stored.truth, remarks: { ...stored.remarks, ...remarks } }),
    `dataset document ${id}`,
  );
