/** https://developers.llamaindex.ai — LlamaExtract, extraction jobs. */
import { z } from 'zod';
import type { JsonValue } from '../../schema/json';
import { fromJsonText, Uuid } from '../door';
import { ExtractAgent, GivenSchema } from './agent-wire';
import { Count, Flag } from './door';
import { ExtractConfig, Priority } from './extract-config';
import { type File as FileBody, FilePart } from './file-wire';
import { JOB_STATUS_WORDS } from './status';
import { WebhookConfigurations } from './webhook-wire';

/** What every way of making a job takes beside the documents. */
const Overrides = z.object({
  extraction_agent_id: Uuid,
  data_schema_override: GivenSchema.nullish(),
  config_override: ExtractConfig.nullish(),
  priority: Priority.nullish(),
  webhook_configurations: WebhookConfigurations,
});
export type Overrides = z.infer<typeof Overrides>;

export const CreateJobBody = Overrides.extend({ file_id: Uuid });

/** Most files of one batch: each is a job of its own, opened in this one request. Our number. */
const MAX_BATCH = 100;

export const BatchBody = Overrides.extend({ file_ids: z.array(Uuid).min(1).max(MAX_BATCH) });

/** JSON as the text of a part: forms have no null but the word. */
const JsonPart = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((text) => (typeof text === 'string' && /^\s*(null\s*)?$/.test(text) ? null : text), schema);

export const JobFileForm = z.object({
  file: FilePart,
  extraction_agent_id: Uuid,
  data_schema_override: JsonPart(z.string().nullish()),
  config_override: JsonPart(
    z
      .string()
      .transform((text) => fromJsonText(text, 'config_override'))
      .pipe(ExtractConfig)
      .nullish(),
  ),
});

export const CreateJobQuery = z.object({ from_ui: Flag.default(false) });

/** Rows of a list that is not paged, at most; older ones come with `skip`. Our number. */
export const MAX_LISTED = 10_000;

/** `limit`, `skip` and `status` are this server's own. */
export const JobsQuery = z.object({
  extraction_agent_id: Uuid,
  limit: Count.transform((limit) => Math.min(limit, MAX_LISTED)).default(MAX_LISTED),
  skip: Count.default(0),
  status: z.enum(JOB_STATUS_WORDS).optional(),
});
export type JobsQuery = z.infer<typeof JobsQuery>;

export const ExtractJob = z.object({
  id: z.string(),
  extraction_agent: ExtractAgent,
  status: z.enum(JOB_STATUS_WORDS),
  error: z.string().nullable(),
  file_id: z.string(),
  file: z.custom<FileBody>(),
});
export type ExtractJob = z.infer<typeof ExtractJob>;

export const ResultSet = z.object({
  run_id: z.string(),
  extraction_agent_id: z.string(),
  data: z.custom<JsonValue>(),
  extraction_metadata: z.record(z.string(), z.unknown()),
});
export type ResultSet = z.infer<typeof ResultSet>;
