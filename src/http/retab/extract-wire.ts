/** https://docs.retab.com (Extract): what an extraction is asked with, and what it answers. */
import { z } from 'zod';
import { Document, Metadata, Model, Readings, Resolution, Warning } from './document-wire';

const MessagePart = z.looseObject({ type: z.string(), text: z.string().optional() });

const Message = z.object({
  role: z.enum(['user', 'system', 'assistant', 'developer', 'tool']),
  content: z.union([z.string(), z.array(MessagePart)], 'must be text or a list of parts').nullish(),
});
export type Message = z.infer<typeof Message>;

/** Any other key passes: the vendor's clients of other generations send more. */
export const ExtractRequest = z.object({
  document: Document,
  json_schema: z.record(z.string(), z.unknown(), 'must be a JSON Schema object'),
  model: Model,
  image_resolution_dpi: Resolution,
  n_consensus: Readings,
  additional_messages: z.array(Message).max(100, 'at most 100 messages').nullish(),
  bust_cache: z.boolean('must be true or false').nullish(),
  stream: z.boolean('must be true or false').nullish(),
  chunking_keys: z.record(z.string(), z.string()).nullish(),
  extraction_id: z.string('must be text').max(200, 'at most 200 characters').nullish(),
  project_id: z.string('must be text').max(200, 'at most 200 characters').nullish(),
  metadata: Metadata.nullish(),
});
export type ExtractRequest = z.infer<typeof ExtractRequest>;

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
