/** https://developers.llamaindex.ai — LlamaExtract v2, extraction jobs. */
import { z } from 'zod';
import type { JsonValue } from '../../../schema/json';
import { Uuid } from '../../door';
import { GivenSchema } from '../agent-wire';
import { PageQuery } from '../page-window';
import { WebhookConfigurations } from '../webhook-wire';
import { type ConfigurationParameters, type ExtractConfiguration, GivenConfiguration } from './configuration-wire';
import { STATUS_WORDS } from './status';

export const CreateExtractBody = z
  .object({
    file_input: z.string().min(1).max(200),
    configuration: GivenConfiguration.nullish(),
    configuration_id: Uuid.nullish(),
    webhook_configurations: WebhookConfigurations,
    webhook_configuration_ids: z.array(Uuid).max(20).nullish(),
  })
  .refine(({ configuration, configuration_id }) => (configuration == null) !== (configuration_id == null), {
    path: ['configuration'],
    message: 'send exactly one of configuration and configuration_id',
  });
export type CreateExtractBody = z.infer<typeof CreateExtractBody>;

/** An empty value counts as absent. */
const blank = z.literal('').transform(() => undefined);

/** ISO 8601; a day is its beginning. */
const Instant = z.union([
  blank,
  z
    .string()
    .refine((text) => /^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(Date.parse(text)), 'must be an ISO 8601 time')
    .transform((text) => Date.parse(text)),
]);

/** Names may be repeated, or stand in one value with commas between them. */
const Expand = z.array(z.string()).transform((names) => new Set(names.flatMap((name) => name.split(','))));

export const ExtractQuery = z.object({ expand: Expand });

export const ExtractsQuery = PageQuery.extend({
  configuration_id: z.union([blank, Uuid]).optional(),
  status: z.union([blank, z.enum(STATUS_WORDS)]).optional(),
  file_input: z.string().optional(),
  /** The older name of `file_input`. */
  document_input_value: z.string().optional(),
  document_input_type: z.string().optional(),
  job_ids: z.array(Uuid).max(1000),
  created_at_on_or_after: Instant.optional(),
  created_at_on_or_before: Instant.optional(),
  expand: Expand,
});
export type ExtractsQuery = z.infer<typeof ExtractsQuery>;

export const GenerateSchemaBody = z.object({
  name: z.string().min(1).max(3000).nullish(),
  prompt: z.string().max(10_000, 'at most 10000 characters').nullish(),
  file_id: Uuid.nullish(),
  data_schema: GivenSchema.nullish(),
});

/** What `schema/generate` answers: the body of a request to store it. */
export interface ConfigurationCreate {
  readonly name: string;
  readonly parameters: ConfigurationParameters;
}

/** Like the data itself: one tree, or one for each page or row; the other two are null. */
export interface FieldMetadata {
  readonly document_metadata: JsonValue;
  readonly page_metadata: JsonValue;
  readonly row_metadata: JsonValue;
}

export interface ExtractMetadata {
  readonly field_metadata: FieldMetadata;
  readonly parse_job_id: null;
  readonly parse_tier: string | null;
  /** This server's own: what of the configuration had no effect, and why. */
  readonly notices: readonly { readonly option: string; readonly message: string }[];
}

export interface ExtractV2Job {
  readonly id: string;
  readonly file_input: string;
  readonly project_id: string;
  readonly status: (typeof STATUS_WORDS)[number];
  readonly created_at: string;
  readonly updated_at: string;
  readonly configuration: ExtractConfiguration | null;
  readonly configuration_id: string | null;
  readonly error_message: string | null;
  readonly extract_result: JsonValue;
  readonly extract_metadata: ExtractMetadata | null;
  readonly metadata: { readonly usage: { readonly num_pages_extracted: number; readonly num_pages_billed: 0 } } | null;
  /** Nothing is billed here. */
  readonly usage: { readonly credits: 0; readonly extract_credits: 0; readonly parse_credits: 0 } | null;
}
