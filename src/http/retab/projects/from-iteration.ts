import type { IterationRecord, Measured, PredictionRecord, Variant } from '../../../jobs/projects/project';
import type { IterationDocument } from './dataset-wire';
import { fromReading } from './from-setup';
import type { Iteration } from './iteration-wire';
import { fromPrediction, idsIn } from './remarks';

export const fromIteration = (record: IterationRecord): Iteration => ({
  id: record.id,
  updated_at: new Date(record.updatedAt).toISOString(),
  ...fromVariant(record.operation, record.settled),
  parent_id: record.parentId,
  project_id: record.projectId,
  dataset_id: record.datasetId,
  draft: {
    ...fromVariant(record.operation, record.draft),
    updated_at: new Date(record.draft.updatedAt).toISOString(),
  },
  status: record.finalizedAt === null ? 'draft' : 'completed',
  finalized_at: record.finalizedAt === null ? null : new Date(record.finalizedAt).toISOString(),
  last_finalize_error: null,
});

function fromVariant(operation: Measured, { reading, overrides }: Variant): Readonly<Record<string, unknown>> {
  const inference_settings = fromReading(reading);
  const { descriptions, prompts, partitionKeys } = overrides;
  switch (operation) {
    case 'extract': {
      const schema_overrides = { descriptionsOverride: descriptions, reasoningPromptsOverride: prompts };
      return { inference_settings, schema_overrides };
    }
    case 'split': {
      const split_config_overrides = { descriptions_override: descriptions, partition_keys_override: partitionKeys };
      return { inference_settings, split_config_overrides };
    }
    case 'classify':
      return { inference_settings, category_overrides: { description_overrides: descriptions } };
  }
}

export const fromPredictionRecord = (record: PredictionRecord): IterationDocument => ({
  id: record.id,
  updated_at: new Date(record.updatedAt).toISOString(),
  project_id: record.projectId,
  iteration_id: record.iterationId,
  dataset_id: record.datasetId,
  dataset_document_id: record.datasetDocumentId,
  mime_data: { id: record.documentId, filename: record.filename, mime_type: record.mediaType },
  prediction_data: fromPrediction(record.values, record.remarks),
  ...idsIn(record.operation, record.remarks),
});
