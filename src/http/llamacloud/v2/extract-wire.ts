/** https://developers.llamaindex.ai — LlamaExtract v2, extraction jobs. */
import { z } from 'zod';
import type { JsonValue } from '../../../schema/json';
import { readInstant, Uuid } from '../../door';
import { GenerateSchemaBody } from '../agent-wire';
import { orBlank } from '../door';
import { PageQuery } from '../page-window';
import { WebhookConfigurations } from '../webhook-wire';
import { ConfigurationParameters, ExtractConfiguration, GivenConfiguration } from './configuration-wire';
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

/** ISO 8601; a day is its beginning. */
const Instant = z
  .string()
  .transform(readInstant)
  .refine((instant) => instant !== null, 'must be an ISO 8601 time');

/** Names may be repeated, or stand in one value with commas between them. */
const Expand = z.array(z.string()).transform((names) => new Set(names.flatMap((name) => name.split(','))));

export const ExtractQuery = z.object({ expand: Expand });

export const ExtractsQuery = PageQuery.extend({
  configuration_id: orBlank(Uuid),
  status: orBlank(z.enum(STATUS_WORDS)),
  file_input: z.string().optional(),
  /** The older name of `file_input`. */
  document_input_value: z.string().optional(),
  document_input_type: z.string().optional(),
  job_ids: z.array(Uuid).max(1000),
  created_at_on_or_after: orBlank(Instant),
  created_at_on_or_before: orBlank(Instant),
  expand: Expand,
});
export type ExtractsQuery = z.infer<typeof ExtractsQuery>;

export const GenerateBody = GenerateSchemaBody.extend({ name: z.string().min(1).max(3000).nullish() });

/** What `schema/generate` answers: the body of a request to store it. */
export const ConfigurationCreate = z.object({ name: z.string(), parameters: ConfigurationParameters });
export type ConfigurationCreate = z.infer<typeof ConfigurationCreate>;

/** Like the data itself: one tree, or one for each page or row; the other two are null. */
const FieldMetadata = z.object({
  document_metadata: z.custom<JsonValue>(),
  page_metadata: z.custom<JsonValue>(),
  row_metadata: z.custom<JsonValue>(),
});

export const ExtractMetadata = z.object({
  field_metadata: FieldMetadata,
  parse_job_id: z.null(),
  parse_tier: z.string().nullable(),
  /** This server's own: what of the configuration had no effect, and why. */
  notices: z.array(z.object({ option: z.string(), message: z.string() })),
});
export type ExtractMetadata = z.infer<typeof ExtractMetadata>;

export const ExtractV2Job = z.object({
  id: z.string(),
  file_input: z.string(),
  project_id: z.string(),
  status: z.enum(STATUS_WORDS),
  created_at: z.string(),
  updated_at: z.string(),
  configuration: ExtractConfiguration.nullable(),
  configuration_id: z.string().nullable(),
  error_message: z.string().nullable(),
  extract_result: z.custom<JsonValue>(),
  extract_metadata: ExtractMetadata.nullable(),
  metadata: z.object({ usage: z.object({ num_pages_extracted: z.int(), num_pages_billed: z.int() }) }).nullable(),
  /** Nothing is billed here. */
  usage: z.object({ credits: z.literal(0), extract_credits: z.literal(0), parse_credits: z.literal(0) }).nullable(),
});
export type ExtractV2Job = z.infer<typeof ExtractV2Job>;
