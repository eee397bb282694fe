/**
 * What LlamaCloud's clients read beyond the OpenAPI documents in their packages: files of the second generation, what stands
 * about each value, and v2. No client checks types at run time, except the Python SDK in its strict mode (1.6.0), which
 * refuses missing keys and unknown words: so do these.
 */
import { z } from 'zod';

const Instant = z.iso.datetime();
const Fraction = z.number().min(0).max(1);
const Members = z.record(z.string(), z.unknown());

export const PresignedUrl = z.strictObject({
  url: z.url(),
  expires_at: Instant,
  form_fields: z.record(z.string(), z.string()).nullable(),
});

/** `download_url` is of 2.x. */
export const FileV2 = z.strictObject({
  id: z.string(),
  name: z.string().min(1),
  project_id: z.string(),
  external_file_id: z.string().nullable(),
  file_type: z.string().nullable(),
  last_modified_at: Instant.nullable(),
  expires_at: Instant.nullable(),
  purpose: z.string().nullable(),
  download_url: PresignedUrl.nullable(),
});

const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ items: z.array(item), next_page_token: z.string().nullable(), total_size: z.int().nullish() });

export const FilePage = pageOf(FileV2);

/** Nothing in it may be null: null boxes stopped clients. */
const Citation = z.strictObject({
  page: z.int().min(1),
  matching_text: z.string(),
  bounding_boxes: z.array(z.strictObject({ x: z.number(), y: z.number(), w: z.number(), h: z.number() })),
  page_dimensions: z.strictObject({ width: z.number(), height: z.number() }).optional(),
});

export const FieldNote = z.strictObject({
  citation: z.array(Citation).min(1).optional(),
  confidence: Fraction.optional(),
  extraction_confidence: Fraction.optional(),
  parsing_confidence: Fraction.optional(),
  reasoning: z.string().optional(),
});

type Notes = z.infer<typeof FieldNote> | Notes[] | { [name: string]: Notes | string };

/** In step with the data; a bare number or text in it stops the Python SDK, but for `reasoning` of an object. */
export const FieldMetadata: z.ZodType<Notes> = z.lazy(() =>
  z.union([
    FieldNote,
    z.array(FieldMetadata),
    z
      .record(z.string(), z.union([FieldMetadata, z.string()]))
      .refine((members) =>
        Object.entries(members).every(([name, of]) => typeof of !== 'string' || name === 'reasoning'),
      ),
  ]),
);

/** What is told about a v1 result; further members are open. */
export const ExtractionMetadata = z.looseObject({
  field_metadata: FieldMetadata,
  usage: z.looseObject({
    num_pages_extracted: z.int().min(0),
    num_document_tokens: z.int().min(0),
    num_output_tokens: z.int().min(0),
  }),
});

export const Configuration = z.strictObject({
  data_schema: Members,
  tier: z.enum(['cost_effective', 'agentic', 'agentic_plus', 'turbo']).optional(),
  extraction_target: z.enum(['per_doc', 'per_page', 'per_table_row']).optional(),
  system_prompt: z.string().nullish(),
  cite_sources: z.boolean().optional(),
  confidence_scores: z.boolean().optional(),
  target_pages: z.string().nullish(),
  max_pages: z.int().nullish(),
  parse_tier: z.enum(['agentic', 'agentic_plus', 'cost_effective', 'fast']).nullish(),
  parse_config_id: z.string().nullish(),
  version: z.string().optional(),
  disable_cache: z.boolean().optional(),
  spreadsheet_mode: z.boolean().optional(),
  sheet_names: z.array(z.string()).nullish(),
});

/** At most one of the three, by the target. */
const Metadata = z.looseObject({
  field_metadata: z
    .strictObject({
      document_metadata: FieldMetadata.nullish(),
      page_metadata: z.array(FieldMetadata).nullish(),
      row_metadata: z.array(FieldMetadata).nullish(),
    })
    .nullish(),
  parse_job_id: z.string().nullish(),
  parse_tier: z.string().nullish(),
});

export const V2Job = z
  .looseObject({
    id: z.string(),
    file_input: z.string(),
    project_id: z.string(),
    status: z.enum(['PENDING', 'THROTTLED', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED']),
    created_at: Instant,
    updated_at: Instant,
    configuration: Configuration.nullish(),
    configuration_id: z.string().nullish(),
    error_message: z.string().nullish(),
    extract_result: z.union([Members, z.array(Members)]).nullish(),
    extract_metadata: Metadata.nullish(),
    metadata: z
      .looseObject({
        usage: z.object({ num_pages_extracted: z.int().nullish(), num_pages_billed: z.int().nullish() }).nullish(),
      })
      .nullish(),
    usage: z
      .object({
        credits: z.number().nullish(),
        extract_credits: z.number().nullish(),
        parse_credits: z.number().nullish(),
      })
      .nullish(),
  })
  .refine(({ status, extract_result }) => (extract_result != null) === (status === 'COMPLETED'), {
    message: 'a result on completed jobs alone',
  });

export const V2JobPage = pageOf(V2Job);

export const StoredConfiguration = z.strictObject({
  id: z.string(),
  name: z.string(),
  parameters: Configuration.extend({ product_type: z.literal('extract_v2') }),
  product_type: z.literal('extract_v2'),
  version: z.string(),
  created_at: Instant.nullish(),
  updated_at: Instant.nullish(),
});

export const ConfigurationPage = pageOf(StoredConfiguration);

/** A text, or the list that FastAPI writes for a 422. */
export const Problem = z.strictObject({ detail: z.string().min(1) });
export const ValidationProblem = z.strictObject({
  detail: z
    .array(z.strictObject({ loc: z.array(z.union([z.string(), z.int()])).min(1), msg: z.string(), type: z.string() }))
    .min(1),
});
