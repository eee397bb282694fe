/** https://github.com/retab-dev/retab, clients/node/src/api/evals/schemas.ts (1.0.114): what is done with documents, and how. */
import { z } from 'zod';
import { Model, Readings, Resolution } from '../document-wire';
import { Categories, Subdocuments } from '../kinds-wire';

/** Settings of other generations pass and are not kept. */
export const InferenceSettings = z.object(
  { model: Model, image_resolution_dpi: Resolution, n_consensus: Readings },
  'must be an object of settings',
);
export type InferenceSettings = z.infer<typeof InferenceSettings>;

export const JsonSchema = z.record(z.string(), z.unknown(), 'must be a JSON Schema object');

/** In the words of every kind of project: each looks at its own. */
export const ConfigBody = z.object(
  {
    inference_settings: InferenceSettings.nullish(),
    json_schema: JsonSchema.nullish(),
    split_config: Subdocuments.nullish(),
    subdocuments: Subdocuments.nullish(),
    categories: Categories.nullish(),
  },
  'must be an object',
);
export type ConfigBody = z.infer<typeof ConfigBody>;

const ShownSettings = z.object({ model: z.string(), image_resolution_dpi: z.int(), n_consensus: z.int() });
const ShownKind = z.object({ name: z.string(), description: z.string() });
const ShownSubdocument = ShownKind.extend({ partition_key: z.string().nullable() });

/** What configurations of all kinds have, and what is only in those of one. */
export const ExtractConfig = z.object({
  inference_settings: ShownSettings,
  json_schema: z.record(z.string(), z.unknown()),
  /** Clients before 1.0.99 want them. */
  human_in_the_loop_criteria: z.tuple([]),
  computation_spec: z.object({ computations: z.tuple([]) }),
});
export const SplitConfig = z.object({
  inference_settings: ShownSettings,
  split_config: z.array(ShownSubdocument),
  json_schema: z.object({}),
  subdocuments: z.array(ShownSubdocument),
});
export const ClassifyConfig = z.object({ inference_settings: ShownSettings, categories: z.array(ShownKind) });
export const Config = z.union([ExtractConfig, SplitConfig, ClassifyConfig]);
export type Config = z.infer<typeof Config>;
export type ShownSettings = z.infer<typeof ShownSettings>;
