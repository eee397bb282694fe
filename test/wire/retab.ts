/**
 * What each generation of Retab's SDKs makes of a job; all strip what they do not know. Told apart by what the vendor's
 * zod (Node) and Pydantic (Python) models refused: see https://github.com/retab-dev/retab, clients/.
 */
import { z } from 'zod';

const STATUSES = ['validating', 'queued', 'in_progress', 'completed', 'failed', 'cancelled', 'expired'] as const;

/** A client of these versions fails a whole list over one job of another endpoint. */
const NINE_ENDPOINTS = [
  '/v1/documents/extract',
  '/v1/documents/parse',
  '/v1/documents/split',
  '/v1/documents/classify',
  '/v1/schemas/generate',
  '/v1/edit/agent/fill',
  '/v1/edit/templates/fill',
  '/v1/edit/templates/generate',
  '/v1/projects/extract',
] as const;

const Members = z.record(z.string(), z.unknown());

/** Seconds since 1970: a fraction stops Python, a text both. */
const Seconds = z.int();

const jobOf = <Endpoint extends z.ZodType>(endpoint: Endpoint) =>
  z.object({
    id: z.string(),
    object: z.literal('job'),
    status: z.enum(STATUSES),
    endpoint,
    request: Members.nullish(),
    response: z.object({ status_code: z.int(), body: Members }).nullish(),
    error: z.object({ code: z.string(), message: z.string(), details: Members.nullish() }).nullish(),
    created_at: Seconds,
    started_at: Seconds.nullish(),
    completed_at: Seconds.nullish(),
    expires_at: Seconds,
    metadata: z.record(z.string(), z.string()).nullish(),
    organization_id: z.string(),
  });

const listOf = <Job extends z.ZodType>(job: Job) =>
  z.object({
    object: z.literal('list'),
    data: z.array(job),
    first_id: z.string().nullish(),
    last_id: z.string().nullish(),
    has_more: z.boolean(),
  });

const oldJob = jobOf(z.enum(NINE_ENDPOINTS));
const job = jobOf(z.string());

/** The last generation with jobs reads the envelope of all its lists, and neither ends of pages nor an organization. */
const lateJob = job.omit({ organization_id: true });
const lateList = z.object({
  data: z.array(lateJob),
  list_metadata: z.object({ before: z.string().nullable(), after: z.string().nullable() }),
});

const EXACTLY_JSON = /^application\/json$/;
const BEGINS_AS_JSON = /^application\/json/;

/** How each version of each SDK reads a job, a list of them, and which content types it takes for JSON. */
export const GENERATIONS = {
  'Node 1.0.90': { job: oldJob, list: listOf(oldJob), contentType: EXACTLY_JSON },
  'Node 1.0.95': { job: oldJob, list: listOf(oldJob), contentType: EXACTLY_JSON },
  'Node 1.0.114': { job, list: listOf(job), contentType: BEGINS_AS_JSON },
  'Node 1.0.138': { job: lateJob, list: lateList, contentType: BEGINS_AS_JSON },
  'Python 0.0.104': { job: oldJob, list: listOf(oldJob), contentType: /^/ },
  'Python 0.0.114': { job, list: listOf(job), contentType: /^/ },
} as const;

/** Every member this server writes, the documented extras among them, in the order of the vendor's page. */
export const WholeJob = z
  .strictObject({
    ...job.shape,
    id: z.string().regex(/^job_[\w-]{21}$/),
    request: Members.nullable(),
    response: z.strictObject({ status_code: z.literal(200), body: Members }).nullable(),
    error: z.strictObject({ code: z.string(), message: z.string(), details: Members.nullable() }).nullable(),
    started_at: Seconds.nullable(),
    completed_at: Seconds.nullable(),
    metadata: z.record(z.string(), z.string()).nullable(),
    warnings: z.array(z.object({ code: z.string(), message: z.string() })).optional(),
    cancelled: z.boolean().optional(),
    attempt_count: z.int().optional(),
    last_attempt_at: Seconds.nullish(),
    last_failure_code: z.string().nullish(),
  })
  .refine(({ created_at, expires_at, attempt_count }) => {
    const kept = expires_at - created_at;
    return attempt_count === 1 ? kept === 604_800 : kept >= 604_800;
  }, 'kept for exactly seven days, which a retry begins anew')
  .refine(({ status, error }) => error === null || status === 'failed', 'an error on failed jobs alone')
  .refine(({ status, response }) => response === null || status === 'completed', 'a response on completed jobs alone');

/** Both envelopes in one. */
export const WholeList = z.strictObject({
  ...listOf(WholeJob).shape,
  list_metadata: lateList.shape.list_metadata,
});

const Tokens = z.object({ prompt_tokens: z.int(), completion_tokens: z.int(), total_tokens: z.int() });

/** The body of an extraction, as the strictest version of each member reads it. */
export const Completion = z.object({
  id: z.string(),
  object: z.literal('chat.completion'),
  created: Seconds,
  model: z.string(),
  choices: z
    .array(
      z.object({
        index: z.int(),
        finish_reason: z.string(),
        message: z
          .object({ role: z.literal('assistant'), content: z.string(), parsed: Members, refusal: z.string().nullish() })
          .refine(({ content, parsed }) => JSON.stringify(JSON.parse(content)) === JSON.stringify(parsed), {
            message: 'the content is the parsed object as JSON',
          }),
        logprobs: z.unknown(),
        key_mapping: z.unknown(),
      }),
    )
    .min(1),
  usage: Tokens.extend({ credits: z.number(), page_count: z.int() }),
  extraction_id: z.string().nullish(),
  likelihoods: Members,
  request_at: z.iso.datetime().nullish(),
  first_token_at: z.iso.datetime().nullish(),
  last_token_at: z.iso.datetime().nullish(),
});

/** One piece of a stream; the clients put the flat values of all pieces together. */
export const Chunk = z.object({
  object: z.literal('chat.completion.chunk'),
  choices: z
    .array(
      z.object({
        delta: z.object({
          content: z.string().nullish(),
          flat_parsed: Members,
          flat_likelihoods: z.record(z.string(), z.number()),
          flat_deleted_keys: z.array(z.string()),
          is_valid_json: z.boolean(),
          full_parsed: Members.nullish(),
        }),
      }),
    )
    .min(1),
});

/** An array under `detail` is taken for no detail at all. */
export const Problem = z.strictObject({
  detail: z.strictObject({ code: z.string().min(1), message: z.string().min(1), details: Members.nullable() }),
});

export const Models = z.object({
  data: z.array(z.object({ id: z.string(), object: z.literal('model'), created: Seconds, owned_by: z.string() })),
});
