/** https://talonic.com/docs/api/extract */
import { z } from 'zod';
import { fromJsonText, SchemaId, Uuid } from '../door';
import { Confidence, Processing } from './extraction-wire';
import { HOOK_FIELDS } from './hook-wire';
import { Provenance, ValidationFlag } from './wire';

/** Clients send `true`, `True` and `1`, as JSON or as the text of a part. */
const Flag = z
  .union([z.boolean(), z.number(), z.string()], 'must be true or false')
  .transform((given) => ['true', '1', 'yes', 'on'].includes(String(given).toLowerCase()))
  .nullish();

const absentWhenEmpty = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((given) => (given === '' || given === null ? undefined : given), schema.optional());

/** Any other key passes: what this server does not know it does not mind. */
const Options = z.object({
  page_range: absentWhenEmpty(z.coerce.string().max(1000, 'at most 1000 characters')),
  async: Flag,
  include_markdown: Flag,
});

/** What comes beside the file, as a JSON body or as the text of parts. */
export const ExtractBody = z
  .object({
    document_id: absentWhenEmpty(Uuid),
    file_url: absentWhenEmpty(z.string('must be a URL')),
    schema: z.unknown().optional(),
    schema_id: absentWhenEmpty(SchemaId),
    instructions: z.string('must be text').max(10_000, 'at most 10000 characters').nullish(),
    include_markdown: Flag,
    ...HOOK_FIELDS,
    options: z.preprocess(
      (given) => (typeof given === 'string' ? fromJsonText(given, 'options') : (given ?? {})),
      Options,
    ),
  })
  .refine(({ schema, schema_id }) => schema == null || schema === '' || schema_id === undefined, {
    path: ['schema'],
    message: 'send either schema or schema_id',
  });
export type ExtractBody = z.infer<typeof ExtractBody>;

export const Extracted = z.object({
  extraction_id: z.string(),
  request_id: z.string(),
  status: z.literal('complete'),
  document: z.object({
    id: z.string(),
    filename: z.string(),
    pages: z.int().optional(),
    size_bytes: z.int().optional(),
    mime_type: z.string().nullable(),
    type_detected: z.string().nullable(),
    language_detected: z.string().nullable(),
  }),
  data: z.record(z.string(), z.unknown()),
  schema: z.object({
    /** `auto`: none was sent, this one was made of what the document shows. */
    source: z.enum(['inline', 'saved', 'auto']),
    id: z.string().nullable(),
    definition: z.record(z.string(), z.unknown()),
  }),
  confidence: Confidence,
  provenance: z.record(z.string(), Provenance),
  validation_flags: z.array(ValidationFlag),
  locked_fields: z.array(z.string()),
  processing: Processing,
  job_id: z.string(),
  links: z.object({ self: z.string(), data: z.string(), document: z.string(), job: z.string(), dashboard: z.string() }),
  markdown: z.string().optional(),
});
export type Extracted = z.infer<typeof Extracted>;

/** Only on `options.async`: the SDK does not follow it. */
export const Extracting = z.object({
  request_id: z.string(),
  status: z.literal('processing'),
  job: z.object({
    id: z.string(),
    status: z.literal('queued'),
    poll_url: z.string(),
    estimated_seconds: z.int().optional(),
  }),
  document: z.object({
    id: z.string(),
    filename: z.string(),
    pages: z.int().optional(),
    size_bytes: z.int(),
  }),
  links: z.object({ job: z.string(), dashboard: z.string() }),
});
export type Extracting = z.infer<typeof Extracting>;
