/** https://docs.retab.com (Jobs) */
import { z } from 'zod';
import { isDate } from '../../schema/check';
import { DOCUMENT_TYPES } from './document-types';
import { Body, Metadata, Warning } from './document-wire';
import { ENDPOINTS } from './endpoints';
import { STATUS_FILTER } from './status';

export const CreateJobBody = z.object({
  endpoint: z.enum(ENDPOINTS, `must be one of ${ENDPOINTS.join(', ')}`),
  request: Body,
  metadata: Metadata.nullish(),
});
export type CreateJobBody = z.infer<typeof CreateJobBody>;

/** Clients send `true`, `True` and `1`. Empty counts as absent, as for every filter. */
const Flag = z
  .string()
  .toLowerCase()
  .refine((text) => ['', 'true', '1', 'false', '0'].includes(text), 'must be true or false')
  .transform((text) => text === 'true' || text === '1')
  .optional();

export const JobQuery = z.object({ include_request: Flag, include_response: Flag });
export type JobQuery = z.infer<typeof JobQuery>;

const word = (words: Iterable<string>) => {
  const known = new Set(words);
  return z
    .string()
    .refine((text) => text === '' || known.has(text), `must be one of ${[...known].join(', ')}`)
    .optional();
};

/** A day in UTC. */
const Day = z
  .string()
  .refine((text) => text === '' || isDate(text), 'must be a day that exists, as YYYY-MM-DD')
  .optional();

/** One client joins them with commas, another repeats the key. */
const DocumentTypes = z
  .array(z.string())
  .transform((given) => [...new Set(given.flatMap((text) => text.split(',')).map((text) => text.trim().toLowerCase()))])
  .transform((types) => types.filter((type) => type !== ''))
  .refine(
    (types) => types.every((type) => (DOCUMENT_TYPES as readonly string[]).includes(type)),
    `must be of ${DOCUMENT_TYPES.join(', ')}`,
  )
  .optional();

/** The pairs of a JSON object as text, however it is spaced: within the limits of what a job can have. */
const MetadataFilter = z
  .string()
  .transform((text, context) => {
    try {
      return text.trim() === '' ? {} : (JSON.parse(text) as unknown);
    } catch {
      context.addIssue({ code: 'custom', message: 'must be a JSON object' });
      return z.NEVER;
    }
  })
  .pipe(Metadata)
  .optional();

const text = z.string().optional();

/** Most jobs of a list that shows their responses: the vendor's number. */
const MAX_WITH_RESPONSE = 20;

export const JobsQuery = z
  .object({
    before: text,
    after: text,
    limit: z
      .string()
      .regex(/^(|[1-9]\d?|100)$/, 'must be 1 to 100')
      .transform((digits) => (digits === '' ? undefined : Number(digits)))
      .optional(),
    order: word(['asc', 'desc']),
    id: text,
    job_id: text,
    status: word(STATUS_FILTER.keys()),
    endpoint: word(ENDPOINTS),
    source: word(['api', 'project', 'workflow']),
    project_id: text,
    workflow_id: text,
    workflow_node_id: text,
    workflow_block_id: text,
    model: text,
    filename_regex: text,
    filename_contains: text,
    document_type: DocumentTypes,
    from_date: Day,
    to_date: Day,
    metadata: MetadataFilter,
    include_request: Flag,
    include_response: Flag,
  })
  .refine(({ before, after }) => !before || !after, {
    path: ['before'],
    message: 'send either before or after',
  })
  .refine(({ source, project_id, workflow_id }) => source !== 'api' || (!project_id && !workflow_id), {
    path: ['source'],
    message: 'a job with source "api" has neither a project_id nor a workflow_id',
  })
  .refine(({ from_date, to_date }) => !from_date || !to_date || from_date <= to_date, {
    path: ['from_date'],
    message: 'must not be later than to_date',
  })
  .refine(({ include_response, limit }) => !include_response || (limit ?? 0) <= MAX_WITH_RESPONSE, {
    path: ['limit'],
    message: `at most ${MAX_WITH_RESPONSE} together with include_response`,
  });
export type JobsQuery = z.infer<typeof JobsQuery>;

/** What every generation of the vendor's clients reads of it. */
export const Job = z.object({
  id: z.string(),
  object: z.literal('job'),
  status: z.enum([...STATUS_FILTER.keys()]),
  endpoint: z.string(),
  request: z.record(z.string(), z.unknown()).nullable(),
  response: z.object({ status_code: z.literal(200), body: z.record(z.string(), z.unknown()) }).nullable(),
  error: z.object({ code: z.string(), message: z.string(), details: z.null() }).nullable(),
  created_at: z.int(),
  started_at: z.int().nullable(),
  completed_at: z.int().nullable(),
  expires_at: z.int(),
  organization_id: z.string(),
  metadata: z.record(z.string(), z.string()).nullable(),
  warnings: z.array(Warning),
  cancelled: z.boolean(),
  attempt_count: z.int(),
  last_attempt_at: z.int().nullable(),
  last_failure_code: z.string().nullable(),
});
export type Job = z.infer<typeof Job>;

export const JobList = z.object({
  object: z.literal('list'),
  data: z.array(Job),
  first_id: z.string().nullable(),
  last_id: z.string().nullable(),
  has_more: z.boolean(),
  list_metadata: z.object({ before: z.string().nullable(), after: z.string().nullable() }),
});
export type JobList = z.infer<typeof JobList>;
