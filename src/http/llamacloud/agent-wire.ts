/** https://developers.llamaindex.ai — LlamaExtract, extraction agents. */
import { z } from 'zod';
import { Uuid } from '../door';
import { Flag } from './door';
import { ExtractConfig } from './extract-config';

/** A schema as an object or as JSON text; what it must be like is told by `readDataSchema`. */
export const GivenSchema = z.union(
  [z.record(z.string(), z.unknown()), z.string()],
  'Input should be an object or a JSON string',
);

export const CreateAgentBody = z.object({
  name: z.string().min(1).max(3000),
  data_schema: GivenSchema,
  config: ExtractConfig,
});
export type CreateAgentBody = z.infer<typeof CreateAgentBody>;

export const UpdateAgentBody = z.object({ data_schema: GivenSchema, config: ExtractConfig });
export type UpdateAgentBody = z.infer<typeof UpdateAgentBody>;

export const AgentsQuery = z.object({ include_default: Flag.default(false) });

export const ValidateSchemaBody = z.object({ data_schema: GivenSchema });

export const GenerateSchemaBody = z.object({
  prompt: z.string().max(10_000, 'at most 10000 characters').nullish(),
  file_id: Uuid.nullish(),
  data_schema: GivenSchema.nullish(),
});
export type GenerateSchemaBody = z.infer<typeof GenerateSchemaBody>;

export const SchemaAnswer = z.object({ data_schema: z.record(z.string(), z.unknown()) });
export type SchemaAnswer = z.infer<typeof SchemaAnswer>;

export const ExtractAgent = z.object({
  id: z.string(),
  name: z.string(),
  project_id: z.string(),
  data_schema: z.record(z.string(), z.unknown()),
  config: ExtractConfig,
  custom_configuration: z.literal('default').nullable(),
  created_at: z.string().nullable(),
  updated_at: z.string().nullable(),
});
export type ExtractAgent = z.infer<typeof ExtractAgent>;
