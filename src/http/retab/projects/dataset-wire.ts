/** https://github.com/retab-dev/retab, clients/node/src/api/evals (1.0.114): datasets and their documents. */
import { z } from 'zod';
import type { JsonObject } from '../../../schema/json';
import { Body, Document, FileRef } from '../document-wire';
import { Categories, Subdocuments } from '../kinds-wire';
import { Name } from '../template-wire';
import { unwritable } from '../unwritable';
import { InferenceSettings, JsonSchema } from './setup-wire';

/** What is left out is taken from the project's draft. */
export const CreateDatasetBody = z.object({
  name: Name,
  base_json_schema: JsonSchema.nullish(),
  base_split_config: Subdocuments.nullish(),
  base_categories: Categories.nullish(),
  base_inference_settings: InferenceSettings.nullish(),
});
export type CreateDatasetBody = z.infer<typeof CreateDatasetBody>;

export const UpdateDatasetBody = z.object({ name: Name.nullish() });

/** What a dataset begins with stands beside it, see `fromBase`. */
export const Dataset = z.looseObject({
  id: z.string(),
  name: z.string(),
  updated_at: z.iso.datetime(),
  project_id: z.string(),
});
export type Dataset = z.infer<typeof Dataset>;

/** Longest prediction, in characters of its JSON: it is one row of a table. Our own number. */
const MAX_PREDICTION = 200_000;

/** Every JSON object that can be kept. */
const Kept = Body.superRefine((given: JsonObject, { addIssue }) => {
  const problem = unwritable(given);
  if (problem !== null) addIssue({ code: 'custom', message: problem });
  else if (JSON.stringify(given).length > MAX_PREDICTION)
    addIssue({ code: 'custom', message: `longer than ${MAX_PREDICTION} characters` });
});

/** What a document gave, or what is expected of it. */
export const PredictionBody = z.object(
  { prediction: Kept.nullish(), metadata: Kept.nullish(), updated_at: z.string('must be a time').nullish() },
  'must be an object with a prediction',
);
export type PredictionBody = z.infer<typeof PredictionBody>;

export const Prediction = z.object({
  prediction: z.record(z.string(), z.unknown()),
  metadata: z.record(z.string(), z.unknown()).nullable(),
  updated_at: z.string().nullable(),
});
export type Prediction = z.infer<typeof Prediction>;

export const AddDocumentBody = z.object({ mime_data: Document, prediction_data: PredictionBody.nullish() });

const Id = z.string('must be text').max(200, 'at most 200 characters').nullish();

/** What a caller notes beside a document; each kind of project has its own. */
export const RemarksBody = z.object({
  extraction_id: Id,
  split_id: Id,
  classification_id: Id,
  validation_flags: Kept.nullish(),
  validation_flag: z.boolean('must be true or false').nullish(),
});
export type RemarksBody = z.infer<typeof RemarksBody>;

export const UpdateDocumentBody = RemarksBody.extend({ prediction_data: PredictionBody.nullish() });
export type UpdateDocumentBody = z.infer<typeof UpdateDocumentBody>;

const DocumentIn = z.object({
  id: z.string(),
  updated_at: z.iso.datetime(),
  project_id: z.string(),
  dataset_id: z.string(),
  mime_data: FileRef,
  prediction_data: Prediction,
  extraction_id: z.string().nullable(),
  split_id: z.string().nullable().exactOptional(),
  classification_id: z.string().nullable().exactOptional(),
});

export const DatasetDocument = DocumentIn.extend({
  validation_flags: z.record(z.string(), z.unknown()).exactOptional(),
  validation_flag: z.boolean().nullable().exactOptional(),
});
export type DatasetDocument = z.infer<typeof DatasetDocument>;

export const IterationDocument = DocumentIn.extend({ iteration_id: z.string(), dataset_document_id: z.string() });
export type IterationDocument = z.infer<typeof IterationDocument>;

const DEFAULT_DOCUMENTS = 1000;
const MAX_DOCUMENTS = 2000;

const count = (least: number, usual: number) =>
  z
    .string()
    .refine((text) => text === '' || (/^\d{1,6}$/.test(text) && Number(text) >= least), `must be ${least} or more`)
    .transform((text) => (text === '' ? usual : Number(text)))
    .default(usual);

/** Lists of documents are paged by number. */
export const DocumentsQuery = z.object({
  limit: count(1, DEFAULT_DOCUMENTS).refine((limit) => limit <= MAX_DOCUMENTS, `at most ${MAX_DOCUMENTS}`),
  offset: count(0, 0),
});
