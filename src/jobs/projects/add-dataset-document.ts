import { sha256Hex } from '../digest';
import { JobError } from '../errors';
import { keepOnce } from '../keep';
import type { Ports } from '../ports';
import type { Caller } from '../records';
import { type StoreDocument, storeDocument } from '../store-document';
import { getDataset } from './get-dataset';
import type { DatasetDocumentRecord, ProjectRef } from './project';

export interface AddDatasetDocument extends Pick<DatasetDocumentRecord, 'truth' | 'remarks'> {
  readonly document: StoreDocument;
  readonly idempotencyKey: string | null;
}

/**
 * The same idempotency key within 24 h gives what it added then. Throws `not-found` for the dataset, `conflict` when it is
 * full, `idempotency-mismatch`, and what storing the document throws.
 */
export async function addDatasetDocument(
  ports: Ports,
  caller: Caller,
  project: ProjectRef,
  datasetId: string,
  { document, truth, remarks, idempotencyKey }: AddDatasetDocument,
): Promise<DatasetDocumentRecord> {
  await getDataset(ports, caller, project, datasetId);
  const { filename, bytes } = document;
  const asked = ['dataset document', datasetId, filename, await sha256Hex(bytes), truth, remarks];
  return keepOnce(ports, caller, ports.datasetDocuments, { asked, idempotencyKey }, async (kept) => {
    await refuseFull(ports, caller, datasetId);
    const { id: documentId, mediaType } = await storeDocument(ports, caller, document);
    const place = { projectId: project.id, datasetId, operation: project.operation };
    return { ...kept, ...place, documentId, filename, mediaType, truth, remarks };
  });
}

/** What is in a dataset is run by one job. */
async function refuseFull(ports: Ports, { accountId }: Caller, datasetId: string): Promise<void> {
  const { documentsPerJob } = ports.settings.limits;
  const last = { limit: 1, after: null, order: 'asc', offset: documentsPerJob - 1 } as const;
  const { items } = await ports.datasetDocuments.list(accountId, datasetId, last);
  if (items.length > 0)
    throw new JobError('conflict', `The dataset is full: it has ${documentsPerJob} documents; make another one`);
}
