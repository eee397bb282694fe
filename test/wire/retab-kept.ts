/**
 * What Retab's SDKs make of templates, projects, datasets and iterations; they strip what they do not know:
 * https://github.com/retab-dev/retab, clients/node/src/api/{edit,evals,projects} and clients/python/retab/types (1.0.114, 0.0.114).
 */
import { z } from 'zod';

const Members = z.record(z.string(), z.unknown());
/** Python reads a time, Node any text. */
const Time = z.iso.datetime();
const File = z.object({ id: z.string(), filename: z.string(), mime_type: z.string() });

/** The envelope of lists; Node wants both ends of the page for templates. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    data: z.array(item),
    list_metadata: z.object({ before: z.string().nullish(), after: z.string().nullish() }),
  });

export const Deleted = z.object({ success: z.literal(true), id: z.string() });

const share = z.number().min(0).max(1);
export const FormField = z.object({
  bbox: z.object({ left: share, top: share, width: share, height: share, page: z.int().min(1) }),
  description: z.string(),
  type: z.enum(['text', 'checkbox']),
  key: z.string(),
  value: z.string().nullish(),
});

export const Template = z.object({
  id: z.string(),
  name: z.string(),
  file: File,
  form_fields: z.array(FormField),
  field_count: z.int(),
  organization_id: z.string().nullish(),
  created_at: Time,
  updated_at: Time,
});

const Settings = z.object({ model: z.string(), image_resolution_dpi: z.int(), n_consensus: z.int() });
const Kind = z.object({ name: z.string(), description: z.string() });
const Subdocument = Kind.extend({ partition_key: z.string().nullish() });

const projectOf = <Config extends z.ZodRawShape>(config: z.ZodObject<Config>) =>
  z.object({
    id: z.string(),
    name: z.string(),
    updated_at: Time,
    published_config: config.extend({ origin: z.string() }),
    draft_config: config,
    is_published: z.boolean(),
  });

/** The first generations with evals want the last two members as well. */
const ExtractConfig = z.object({
  inference_settings: Settings,
  json_schema: Members,
  human_in_the_loop_criteria: z.array(z.unknown()),
  computation_spec: z.object({ computations: z.array(z.unknown()) }),
});
const SplitConfig = z.object({
  inference_settings: Settings,
  split_config: z.array(Subdocument),
  json_schema: Members,
  subdocuments: z.array(Subdocument),
});
const ClassifyConfig = z.object({ inference_settings: Settings, categories: z.array(Kind) });

const dataset = { id: z.string(), name: z.string(), updated_at: Time, project_id: z.string() };

const Prediction = z.object({
  prediction: Members,
  metadata: z.object({ extraction_id: z.string().nullish(), likelihoods: Members.nullish() }).nullish(),
  updated_at: z.string().nullish(),
});
const document = {
  id: z.string(),
  updated_at: Time,
  project_id: z.string(),
  dataset_id: z.string(),
  mime_data: File,
  prediction_data: Prediction,
  extraction_id: z.string().nullish(),
};
const DatasetDocument = z.object({ ...document, validation_flags: Members });
const IterationDocument = z.object({ ...document, iteration_id: z.string(), dataset_document_id: z.string() });

const Texts = z.record(z.string(), z.string());
const iterationOf = (overrides: z.ZodRawShape) =>
  z.object({
    id: z.string(),
    updated_at: Time,
    inference_settings: Settings,
    parent_id: z.string().nullish(),
    project_id: z.string(),
    dataset_id: z.string(),
    draft: z.object({ updated_at: Time, inference_settings: Settings, ...overrides }),
    status: z.string(),
    finalized_at: Time.nullish(),
    last_finalize_error: z.string().nullish(),
    ...overrides,
  });

/** By the last part of the path that projects of a kind are under. */
export const KINDS = {
  extract: {
    Project: projectOf(ExtractConfig),
    Dataset: z.object({ ...dataset, base_json_schema: Members }),
    DatasetDocument,
    Iteration: iterationOf({
      schema_overrides: z.object({ descriptionsOverride: Texts.nullish(), reasoningPromptsOverride: Texts.nullish() }),
    }),
    IterationDocument,
  },
  split: {
    Project: projectOf(SplitConfig),
    Dataset: z.object({
      ...dataset,
      base_split_config: z.array(Subdocument),
      base_json_schema: Members,
      base_subdocuments: z.array(Subdocument),
      base_inference_settings: Settings,
    }),
    DatasetDocument: DatasetDocument.extend({ split_id: z.string().nullish() }),
    Iteration: iterationOf({
      split_config_overrides: z.object({
        descriptions_override: Texts.nullish(),
        partition_keys_override: z.record(z.string(), z.string().nullable()).nullish(),
      }),
    }),
    IterationDocument: IterationDocument.extend({ split_id: z.string().nullish() }),
  },
  classify: {
    Project: projectOf(ClassifyConfig),
    Dataset: z.object({ ...dataset, base_categories: z.array(Kind), base_inference_settings: Settings }),
    DatasetDocument: z.object({
      ...document,
      classification_id: z.string().nullish(),
      validation_flag: z.boolean().nullish(),
    }),
    Iteration: iterationOf({ category_overrides: z.object({ description_overrides: Texts }) }),
    IterationDocument: IterationDocument.extend({ classification_id: z.string().nullish() }),
  },
} as const;

export const Processing = z.object({ success: z.literal(true), id: z.string() });

const Values = z.array(Members);
const Shares = z.record(z.string(), z.number());

export const Metrics = z.object({
  overall_metrics: z.object({
    accuracy: share,
    similarity: share,
    total_error_rate: share,
    true_positive_rate: share,
    true_negative_rate: share,
    false_positive_rate: share,
    false_negative_rate: share,
    mismatched_value_rate: share,
    accuracy_per_field: Shares,
    similarity_per_field: Shares,
    total_documents: z.int(),
    total_fields_compared: z.int(),
  }),
  document_metrics: z.array(
    z.object({
      document_id: z.string(),
      filename: z.string(),
      true_positives: Values,
      true_negatives: Values,
      false_positives: Values,
      false_negatives: Values,
      mismatched_values: Values,
      field_similarities: Shares,
      key_mappings: z.record(z.string(), z.string().nullable()),
    }),
  ),
});
