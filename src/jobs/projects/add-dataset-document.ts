import { JobError } from '../errors';
import { MAX_DOCUMENTS_PER_JOB } from '../job';
import { newlyKept } from '../keep';
import type { Ports } from '../ports';
import type { Caller } from '../records';
import { type StoreDocument, storeDocument } from '../store-document';
import { getDataset } from './get-dataset';
import type { DatasetDocumentRecord, ProjectRef } from './project';

export interface AddDatasetDocument extends Pick<DatasetDocumentRecord, 'truth' | 'remarks'> {
  readonly document: StoreDocument;
}

/** Throws `not-found` for the dataset, `conflict` when it is full, and what storing the document throws. */
export async function addDatasetDocument(
  ports: Ports,
  caller: Caller,
  project: ProjectRef,
  datasetId: string,
  { document, truth, remarks }: AddDatasetDocument,
): Promise<DatasetDocumentRecord> {
  await getDataset(ports, caller, project, datasetId);
  await refuseFull(ports, caller, datasetId);
  const { id: documentId, filename: stored, mediaType } = await storeDocument(ports, caller, document);
  const filename = document.filename.trim() === '' ? stored : document.filename;
  const place = { projectId: project.id, datasetId, operation: project.operation };
  const record = { ...newlyKept(ports, caller), ...place, documentId, filename, mediaType, truth, remarks };
  await ports.datasetDocuments.put(record);
  return record;
}

/** What is in a dataset is run by one job. */
async function refuseFull(ports: Ports, { accountId }: Caller, datasetId: string): Promise<void> {
  const last = { limit: 1, after: null, order: 'asc', offset: MAX_DOCUMENTS_PER_JOB - 1 } as const;
  const { items } = await ports.datasetDocuments.list(accountId, datasetId, last);
  if (items.length > 0)
    throw new JobError('conflict', `The dataset is full: it has ${MAX_DOCUMENTS_PER_JOB} documents; make another one`);
}
