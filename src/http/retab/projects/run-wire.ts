/** https://docs.retab.com (Projects, Evals): a document, or those of a dataset, run as a project says. */
import { z } from 'zod';
import { Document, FileRef, Fresh, Metadata, Model, Readings, Resolution } from '../document-wire';
import { Prediction } from './dataset-wire';

const Id = z.string('must be text').nullish();

/** What is left out is as the project says. */
export const RunRequest = z.object({
  project_id: Id,
  /** What newer clients call it. */
  eval_id: Id,
  iteration_id: Id,
  dataset_id: Id,
  dataset_document_id: Id,
  document: Document.nullish(),
  model: Model,
  image_resolution_dpi: Resolution,
  n_consensus: Readings,
  bust_cache: Fresh,
  metadata: Metadata.nullish(),
  extraction_id: z.string('must be text').max(200, 'at most 200 characters').nullish(),
});
export type RunRequest = z.infer<typeof RunRequest>;

const Counted = z.object({
  /** Names and positions with dots between them; of a bundle "page 3". */
  key: z.string(),
  expected_value: z.unknown(),
  extracted_value: z.unknown(),
  similarity: z.number(),
});
const Shares = z.record(z.string(), z.number());

export const DocumentMetrics = z.object({
  document_id: z.string(),
  filename: z.string(),
  true_positives: z.array(Counted),
  true_negatives: z.array(Counted),
  false_positives: z.array(Counted),
  false_negatives: z.array(Counted),
  mismatched_values: z.array(Counted),
  field_similarities: Shares,
  /** Which item of what was found stands for which of the expected ones. */
  key_mappings: z.record(z.string(), z.string().nullable()),
});
export type DocumentMetrics = z.infer<typeof DocumentMetrics>;

/** https://github.com/retab-dev/retab, clients/python/retab/types/projects/metrics.py (0.0.114) */
export const Metrics = z.object({
  overall_metrics: z.object({
    accuracy: z.number(),
    similarity: z.number(),
    total_error_rate: z.number(),
    true_positive_rate: z.number(),
    true_negative_rate: z.number(),
    false_positive_rate: z.number(),
    false_negative_rate: z.number(),
    mismatched_value_rate: z.number(),
    accuracy_per_field: Shares,
    similarity_per_field: Shares,
    total_documents: z.int(),
    total_fields_compared: z.int(),
  }),
  document_metrics: z.array(DocumentMetrics),
});
export type Metrics = z.infer<typeof Metrics>;

/** What one document of a dataset gave. */
export const RunDocument = z.object({
  dataset_document_id: z.string(),
  mime_data: FileRef,
  /** Empty for a document that did not come through. */
  prediction_data: Prediction,
  ground_truth: z.record(z.string(), z.unknown()),
  /** Why it did not come through; null: it did. */
  error: z.string().nullable(),
});
export type RunDocument = z.infer<typeof RunDocument>;

/** Beside the answer of the operation, where a dataset was run. */
export const RunOfDataset = z.object({ documents: z.array(RunDocument), metrics: Metrics });
export type RunOfDataset = z.infer<typeof RunOfDataset>;
