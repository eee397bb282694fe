import type { DatasetDocumentRecord, DatasetRecord } from '../../../jobs/projects/project';
import type { Dataset, DatasetDocument } from './dataset-wire';
import { fromBase } from './from-setup';
import { flagsIn, fromPrediction, idsIn } from './remarks';

export const fromDataset = (record: DatasetRecord): Dataset => ({
  id: record.id,
  name: record.name,
  updated_at: new Date(record.updatedAt).toISOString(),
  ...fromBase(record.base),
  project_id: record.projectId,
});

export const fromDatasetDocument = (record: DatasetDocumentRecord): DatasetDocument => ({
  id: record.id,
  updated_at: new Date(record.updatedAt).toISOString(),
  project_id: record.projectId,
  dataset_id: record.datasetId,
  mime_data: { id: record.documentId, filename: record.filename, mime_type: record.mediaType },
  prediction_data: fromPrediction(record.truth, record.remarks),
  ...idsIn(record.operation, record.remarks),
  ...flagsIn(record.operation, record.remarks),
});
