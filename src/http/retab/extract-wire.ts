/** https://docs.retab.com (Extract): what an extraction is asked with, and what it answers. */
import { z } from 'zod';
import type { JsonObject } from '../../schema/json';

/** Longest filename, as for uploads. */
const MAX_FILENAME = 500;

/** An object as it was sent, nothing looked at yet. It comes from `JSON.parse`, so what is inside is JSON. */
export const Body = z.custom<JsonObject>(
  (given) => typeof given === 'object' && given !== null && !Array.isArray(given),
  'must be an object',
);

/** A document that comes along as a data URL, or one that is stored here. */
const Document = z
  .object(
    {
      filename: z.string('must be text').max(MAX_FILENAME, `at most ${MAX_FILENAME} characters`).nullish(),
      url: z.string('must be a data URL').nullish(),
      id: z.string('must be the id of a stored document').nullish(),
    },
    'must be an object with a filename and a url',
  )
  .refine(({ url, id }) => typeof url === 'string' || typeof id === 'string', {
    path: ['url'],
    message: 'missing; send the document as a data URL ("data:<media type>;base64,<bytes>"), or its id',
  });
export type Document = z.infer<typeof Document>;

const MessagePart = z.looseObject({ type: z.string(), text: z.string().optional() });

const Message = z.object({
  role: z.enum(['user', 'system', 'assistant', 'developer', 'tool']),
  content: z.union([z.string(), z.array(MessagePart)], 'must be text or a list of parts').nullish(),
});
export type Message = z.infer<typeof Message>;

/** The one name that reading an object would leave out without a word. */
const isComplete = (pairs: unknown): boolean =>
  typeof pairs !== 'object' || pairs === null || !Object.hasOwn(pairs, '__proto__');

/** Names and values that people attach to a job: the vendor's limits, in characters as the vendor's language counts them. */
export const Metadata = z
  .unknown()
  .refine(isComplete, 'no key may be "__proto__"')
  .pipe(z.record(z.string(), z.string('must be text').max(512, 'at most 512 characters'), 'must be an object of texts'))
  .refine((pairs) => Object.keys(pairs).every((key) => [...key].length <= 64), 'a key has at most 64 characters')
  .refine((pairs) => Object.keys(pairs).length <= 16, 'at most 16 pairs');

/** Any other key passes: the vendor's clients of other generations send more. */
export const ExtractRequest = z.object({
  document: Document,
  json_schema: z.record(z.string(), z.unknown(), 'must be a JSON Schema object'),
  model: z.string('must be text').max(200, 'at most 200 characters').nullish(),
  image_resolution_dpi: z.int('must be 96 to 300').min(96, 'must be 96 to 300').max(300, 'must be 96 to 300').nullish(),
  n_consensus: z.int('must be 1 to 8').min(1, 'must be 1 to 8').max(8, 'must be 1 to 8').nullish(),
  additional_messages: z.array(Message).max(100, 'at most 100 messages').nullish(),
  bust_cache: z.boolean('must be true or false').nullish(),
  stream: z.boolean('must be true or false').nullish(),
  chunking_keys: z.record(z.string(), z.string()).nullish(),
  extraction_id: z.string('must be text').max(200, 'at most 200 characters').nullish(),
  project_id: z.string('must be text').max(200, 'at most 200 characters').nullish(),
  metadata: Metadata.nullish(),
});
export type ExtractRequest = z.infer<typeof ExtractRequest>;

/** Something the caller should know that is no error. */
export const Warning = z.object({
  code: z.string(),
  message: z.string(),
  details: z.record(z.string(), z.unknown()).nullable(),
});
export type Warning = z.infer<typeof Warning>;

const Choice = z.object({
  index: z.int(),
  finish_reason: z.literal('stop'),
  message: z.object({
    role: z.literal('assistant'),
    /** `parsed` as JSON text. */
    content: z.string(),
    parsed: z.record(z.string(), z.unknown()),
    refusal: z.string().nullable(),
  }),
  logprobs: z.null(),
  key_mapping: z.null(),
});
export type Choice = z.infer<typeof Choice>;

/** Both generations of it: tokens and pages, or credits. */
const Usage = z.object({
  prompt_tokens: z.int(),
  completion_tokens: z.int(),
  total_tokens: z.int(),
  page_count: z.int(),
  credits: z.number(),
});

export const Extracted = z.object({
  id: z.string(),
  object: z.literal('chat.completion'),
  created: z.int(),
  model: z.string(),
  choices: z.array(Choice),
  usage: Usage,
  extraction_id: z.string(),
  /** The shape of `parsed` of the first choice, with a number from 0 to 1 for every value. */
  likelihoods: z.record(z.string(), z.unknown()),
  request_at: z.iso.datetime(),
  first_token_at: z.null(),
  last_token_at: z.iso.datetime().nullable(),
  warnings: z.array(Warning),
});
export type Extracted = z.infer<typeof Extracted>;
