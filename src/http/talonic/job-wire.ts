/** https://talonic.com/docs/api/jobs */
import { z } from 'zod';
import { LIMITS } from '../../jobs/limits';
import { SchemaId, Uuid } from '../door';
import { HOOK_FIELDS } from './hook-wire';
import { ListQuery, word } from './list-window';
import { JOB_STATUS_FILTER } from './status';
import { Pagination, Provenance, ValidationFlag } from './wire';

const MOST_DOCUMENTS = LIMITS.documentsPerJob.most;

export const CreateJobBody = z.object({
  schema_id: SchemaId,
  document_ids: z
    .array(Uuid, 'must be a list of UUIDs')
    .max(MOST_DOCUMENTS, `at most ${MOST_DOCUMENTS} documents`)
    .nullish(),
  name: z.string('must be text').max(200, 'at most 200 characters').nullish(),
  include_provenance: z.unknown().optional(),
  ...HOOK_FIELDS,
});
export type CreateJobBody = z.infer<typeof CreateJobBody>;

export const JobsQuery = ListQuery.extend({ status: word(JOB_STATUS_FILTER) });
export type JobsQuery = z.infer<typeof JobsQuery>;

/** Longest a status answer is held back, in seconds; longer asks get this. */
const MAX_WAIT_SECONDS = 60;

export const JobQuery = z.object({
  wait: z
    .string()
    .regex(/^\d{0,6}$/, 'must be whole seconds, 0 to 60')
    .transform((text) => Math.min(Number(text), MAX_WAIT_SECONDS))
    .optional(),
});
export type JobQuery = z.infer<typeof JobQuery>;

export const EventsQuery = z.object({
  last_event_id: z
    .string()
    .regex(/^\d{0,15}$/, 'must be the id of an event of this stream')
    .transform(Number)
    .optional(),
});
export type EventsQuery = z.infer<typeof EventsQuery>;

export const CreatedJob = z.object({
  id: z.string(),
  status: z.literal('pending'),
  message: z.string(),
  links: z.object({ self: z.string(), results: z.string(), events: z.string() }),
});
export type CreatedJob = z.infer<typeof CreatedJob>;

const NamedSchema = z.object({ id: z.string(), name: z.string() });
const Problem = z.object({ code: z.string(), message: z.string() });

export const GridStats = z.object({ total_cells: z.int(), filled: z.int(), empty: z.int(), fill_rate: z.number() });
export type GridStats = z.infer<typeof GridStats>;

/** The union of what the vendor's page, OpenAPI document and SDK name. */
export const Job = z.object({
  id: z.string(),
  name: z.string().nullable(),
  status: z.string(),
  progress: z.int().nullable(),
  estimated_seconds_remaining: z.int().nullable(),
  estimated_completion: z.string().optional(),
  schema: NamedSchema.nullable(),
  document_count: z.int(),
  total_documents: z.int(),
  completed_documents: z.int(),
  failed_documents: z.int(),
  grid_stats: GridStats.nullable(),
  current_phase: z.string().nullable(),
  error: Problem.nullable(),
  message: z.string(),
  /** What it does with its documents: ours, the vendor's jobs only extract. */
  operation: z.string(),
  attempt: z.int(),
  created_at: z.string(),
  started_at: z.string().nullable(),
  completed_at: z.string().nullable(),
  cancelled_at: z.string().nullable(),
  links: z.object({
    self: z.string(),
    cancel: z.string().optional(),
    results: z.string(),
    events: z.string(),
    dashboard: z.string(),
  }),
});
export type Job = z.infer<typeof Job>;

export const JobList = z.object({ data: z.array(Job), pagination: Pagination });
export type JobList = z.infer<typeof JobList>;

export const JobRow = z.object({
  id: z.string(),
  document_id: z.string(),
  filename: z.string(),
  document_filename: z.string(),
  status: z.string(),
  values: z.record(z.string(), z.unknown()),
  confidence: z.number().nullable(),
  fields_confidence: z.record(z.string(), z.number()),
  provenance: z.record(z.string(), Provenance),
  validation_flags: z.array(ValidationFlag),
  locked_fields: z.array(z.string()),
  error: Problem.optional(),
});
export type JobRow = z.infer<typeof JobRow>;

export const JobResults = z.object({
  job_id: z.string(),
  job_status: z.string(),
  schema: NamedSchema.nullable(),
  total_rows: z.int(),
  data: z.array(JobRow),
  links: z.object({ self: z.string(), job: z.string() }),
});
export type JobResults = z.infer<typeof JobResults>;
