/** https://developers.llamaindex.ai — LlamaExtract v2, configurations. */
import { z } from 'zod';
import { readPageRange } from '../../../jobs/page-range';
import type { JsonObject } from '../../../schema/json';
import { GivenSchema } from '../agent-wire';
import { Flag as QueryFlag } from '../door';
import { PageQuery } from '../page-window';

const Flag = z
  .boolean()
  .nullish()
  .transform((flag) => flag ?? false);
const Word = z.string().max(200, 'at most 200 characters');

/** What a configuration may say beside its schema. Every key is optional in a request and there in an answer. */
const Settings = z.object({
  tier: z.enum(['cost_effective', 'agentic', 'agentic_plus', 'turbo']).default('agentic'),
  version: z
    .string()
    .regex(/^(latest|\d{4}-\d{2}-\d{2})$/, 'must be "latest" or a date like 2026-03-04')
    .default('latest'),
  extraction_target: z.enum(['per_doc', 'per_page', 'per_table_row']).default('per_doc'),
  system_prompt: z.string().max(10_000, 'at most 10000 characters').nullable().default(null),
  cite_sources: Flag,
  confidence_scores: Flag,
  target_pages: z
    .string()
    .refine((text) => text.trim() === '' || readPageRange(text) !== null, 'is no range; write "1-5" or "1,3,7-10"')
    .nullable()
    .default(null),
  max_pages: z.int().min(1).max(10_000).nullable().default(null),
  parse_tier: z.enum(['fast', 'cost_effective', 'agentic', 'agentic_plus']).nullable().default(null),
  parse_config_id: Word.nullable().default(null),
  disable_cache: Flag,
  spreadsheet_mode: Flag,
  sheet_names: z.array(Word).max(200).nullable().default(null),
});

/** As it comes in; what the schema must be like is told by `readDataSchema`. */
export const GivenConfiguration = Settings.extend({ data_schema: GivenSchema });
export type GivenConfiguration = z.infer<typeof GivenConfiguration>;

/** As it is given back: the schema in the strict spelling, all defaults filled in. */
export const ExtractConfiguration = Settings.extend({ data_schema: z.custom<JsonObject>() });
export type ExtractConfiguration = z.infer<typeof ExtractConfiguration>;

/** What stands for a configuration that says nothing. */
export const PLAIN_SETTINGS = Settings.parse({});

export const PRODUCT = 'extract_v2';

const Parameters = GivenConfiguration.extend({
  product_type: z.literal(PRODUCT, `must be "${PRODUCT}": this server runs no other product`),
}).transform(({ product_type, ...configuration }): GivenConfiguration => configuration);

const Name = z.string().min(1).max(3000);

export const SaveConfigurationBody = z.object({ name: Name, parameters: Parameters });

/** null is the same as absent: it stays as it is. */
export const ChangeConfigurationBody = z.object({ name: Name.nullish(), parameters: Parameters.nullish() });

/** There is one version of each name, the latest. */
export const ConfigurationsQuery = PageQuery.extend({
  name: z.string().optional(),
  product_type: z.array(z.string()),
  latest_only: QueryFlag.optional(),
});
export type ConfigurationsQuery = z.infer<typeof ConfigurationsQuery>;

export const ConfigurationParameters = ExtractConfiguration.extend({ product_type: z.literal(PRODUCT) });
export type ConfigurationParameters = z.infer<typeof ConfigurationParameters>;

export const ConfigurationResponse = z.object({
  id: z.string(),
  name: z.string(),
  product_type: z.literal(PRODUCT),
  /** When it was last changed. */
  version: z.string(),
  parameters: ConfigurationParameters,
  created_at: z.string(),
  updated_at: z.string(),
});
export type ConfigurationResponse = z.infer<typeof ConfigurationResponse>;
