/** https://developers.llamaindex.ai — LlamaExtract, extraction runs. */
import { z } from 'zod';
import type { JsonValue } from '../../schema/json';
import { Uuid } from '../door';
import { Count } from './door';
import { ExtractConfig } from './extract-config';
import type { File as FileBody } from './file-wire';

/** Rows of a page unless asked otherwise: the vendor's default. */
const DEFAULT_LIMIT = 25;
/** Larger asks get this many: each row has its result in it. Our number. */
const MAX_LIMIT = 100;

export const RunsQuery = z.object({
  extraction_agent_id: Uuid,
  skip: Count.default(0),
  limit: Count.transform((limit) => Math.min(limit, MAX_LIMIT)).default(DEFAULT_LIMIT),
});
export type RunsQuery = z.infer<typeof RunsQuery>;

export const LatestRunQuery = z.object({ extraction_agent_id: Uuid });

export const ExtractRun = z.object({
  id: z.string(),
  created_at: z.string(),
  updated_at: z.string(),
  project_id: z.string(),
  extraction_agent_id: z.string(),
  data_schema: z.record(z.string(), z.unknown()),
  config: ExtractConfig,
  file_id: z.string(),
  file: z.custom<FileBody>(),
  status: z.enum(['CREATED', 'PENDING', 'SUCCESS', 'ERROR']),
  error: z.string().nullable(),
  job_id: z.string(),
  data: z.custom<JsonValue>(),
  extraction_metadata: z.record(z.string(), z.unknown()).nullable(),
  from_ui: z.boolean(),
});
export type ExtractRun = z.infer<typeof ExtractRun>;

export const RunList = z.object({ items: z.array(ExtractRun), total: z.int(), skip: z.int(), limit: z.int() });
export type RunList = z.infer<typeof RunList>;
