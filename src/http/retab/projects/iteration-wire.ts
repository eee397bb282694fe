/** https://github.com/retab-dev/retab, clients/node/src/api/evals (1.0.114): iterations. */
import { z } from 'zod';
import { PredictionBody, RemarksBody } from './dataset-wire';
import { InferenceSettings } from './setup-wire';

const texts = () =>
  z.record(z.string(), z.string('must be text').max(5000, 'at most 5,000 characters'), 'must be an object of texts');

/** In the words of every kind of project: each looks at its own. */
const Overrides = {
  schema_overrides: z
    .object(
      { descriptionsOverride: texts().nullish(), reasoningPromptsOverride: texts().nullish() },
      'must be an object of overrides',
    )
    .nullish(),
  split_config_overrides: z
    .object(
      {
        descriptions_override: texts().nullish(),
        partition_keys_override: z
          .record(z.string(), z.string('must be text or null').nullable(), 'must be an object of texts')
          .nullish(),
      },
      'must be an object of overrides',
    )
    .nullish(),
  category_overrides: z
    .object({ description_overrides: texts().nullish() }, 'must be an object of overrides')
    .nullish(),
};

const VariantBody = z.object({ inference_settings: InferenceSettings.nullish(), ...Overrides }, 'must be an object');
export type VariantBody = z.infer<typeof VariantBody>;

export const CreateIterationBody = VariantBody.extend({
  parent_id: z.string('must be the id of an iteration').nullish(),
});

/** What stands beside the draft is said of the draft. */
export const UpdateIterationBody = VariantBody.extend({ draft: VariantBody.nullish() });
export type UpdateIterationBody = z.infer<typeof UpdateIterationBody>;

/** Overrides stand under a name of their kind, see `fromVariant`. */
export const Iteration = z.looseObject({
  id: z.string(),
  updated_at: z.iso.datetime(),
  parent_id: z.string().nullable(),
  project_id: z.string(),
  dataset_id: z.string(),
  draft: z.looseObject({ updated_at: z.iso.datetime() }),
  status: z.enum(['draft', 'completed']),
  finalized_at: z.iso.datetime().nullable(),
  last_finalize_error: z.null(),
});
export type Iteration = z.infer<typeof Iteration>;

const Flag = z.string().transform((text) => ['true', 'True', '1'].includes(text));

export const SchemaQuery = z.object({ use_draft: Flag.default(false) });

/** Metrics are made anew whenever they are asked for. */
export const MetricsQuery = z.object({ force_refresh: z.string().optional() });

export const ProcessDocumentsBody = z.object({
  dataset_document_id: z.string('must be the id of a document of the dataset'),
});

export const UpdatePredictionBody = RemarksBody.extend({ prediction_data: PredictionBody.nullish() });

/** A document that is being run. */
export const Processing = z.object({ success: z.literal(true), id: z.string() });
export type Processing = z.infer<typeof Processing>;
