/** https://talonic.com/docs/api/extractions */
import { z } from 'zod';
import type { JsonValue } from '../../schema/json';
import { SchemaId, Uuid } from '../door';
import { isWithin, MAX_DEPTH, TOO_DEEP } from './json-depth';
import { ListQuery, word } from './list-window';
import { EXTRACTION_STATUS_FILTER } from './status';
import { Pagination, Provenance, ValidationFlag } from './wire';

const absentWhenEmpty = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((text) => (text === '' ? undefined : text), schema.optional());

export const DocumentExtractionsQuery = ListQuery.extend({ status: word(EXTRACTION_STATUS_FILTER) });
export type DocumentExtractionsQuery = z.infer<typeof DocumentExtractionsQuery>;

export const ExtractionsQuery = DocumentExtractionsQuery.extend({
  document_id: absentWhenEmpty(Uuid),
  schema_id: absentWhenEmpty(SchemaId),
});
export type ExtractionsQuery = z.infer<typeof ExtractionsQuery>;

export const ExtractionDataQuery = z.object({
  format: z.enum(['', 'json', 'csv'], 'must be json or csv').optional(),
});
export type ExtractionDataQuery = z.infer<typeof ExtractionDataQuery>;

/** Most corrections of one request: our number. */
const MAX_CORRECTIONS = 500;
/** Longest value of one, as JSON: a row of the database takes 2 MB. Our number. */
const MAX_VALUE_CHARACTERS = 100_000;

export const CorrectionsBody = z.object({
  corrections: z
    .array(
      z.object({
        field: z.string('must be the name of a field').min(1, 'must be the name of a field'),
        value: z
          .unknown()
          .optional()
          .transform(asJson)
          .refine((value) => isWithin(MAX_DEPTH, value), TOO_DEEP)
          .refine(
            (value) => JSON.stringify(value).length <= MAX_VALUE_CHARACTERS,
            `longer than ${MAX_VALUE_CHARACTERS} characters of JSON`,
          ),
        reason: z.string('must be text').max(2000, 'at most 2000 characters').nullish(),
      }),
      'must be a list of {field, value}',
    )
    .min(1, 'at least one correction')
    .max(MAX_CORRECTIONS, `at most ${MAX_CORRECTIONS} corrections`),
  propagate: z.enum(['this_document_only', 'all_similar'], 'must be this_document_only or all_similar').nullish(),
});
export type CorrectionsBody = z.infer<typeof CorrectionsBody>;

/** The body came through JSON.parse; a missing value empties the field. */
function asJson(value: unknown): JsonValue {
  return (value ?? null) as JsonValue;
}

export const ExtractionItem = z.object({
  id: z.string(),
  status: z.string(),
  document_id: z.string(),
  document_filename: z.string(),
  schema_id: z.string().nullable(),
  job_id: z.string(),
  confidence_overall: z.number().nullable(),
  error: z.object({ code: z.string(), message: z.string() }).optional(),
  created_at: z.string(),
  completed_at: z.string().nullable(),
  links: z.object({ self: z.string(), data: z.string(), document: z.string(), dashboard: z.string() }),
});
export type ExtractionItem = z.infer<typeof ExtractionItem>;

export const ExtractionList = z.object({ data: z.array(ExtractionItem), pagination: Pagination });
export type ExtractionList = z.infer<typeof ExtractionList>;

export const Confidence = z.object({ overall: z.number().optional(), fields: z.record(z.string(), z.number()) });
export type Confidence = z.infer<typeof Confidence>;

export const Processing = z.object({
  duration_ms: z.number().optional(),
  pages_processed: z.int().optional(),
  region: z.string(),
});
export type Processing = z.infer<typeof Processing>;

/** The union of what the vendor's page and its SDK's type name. */
export const Extraction = z.object({
  id: z.string(),
  status: z.string(),
  document_id: z.string(),
  document: z.object({
    id: z.string(),
    filename: z.string(),
    pages: z.int().optional(),
    type_detected: z.string().nullable(),
  }),
  schema_id: z.string().nullable(),
  job_id: z.string(),
  data: z.record(z.string(), z.unknown()),
  confidence: Confidence,
  provenance: z.record(z.string(), Provenance),
  validation_flags: z.array(ValidationFlag),
  locked_fields: z.array(z.string()),
  metadata: z.object({
    pages: z.int().optional(),
    language: z.string().optional(),
    document_type: z.string().optional(),
    processing_time_ms: z.number().optional(),
  }),
  processing: Processing,
  error: z.object({ code: z.string(), message: z.string() }).optional(),
  created_at: z.string(),
  completed_at: z.string().nullable(),
  links: z.object({ self: z.string(), data: z.string(), document: z.string(), dashboard: z.string() }),
});
export type Extraction = z.infer<typeof Extraction>;
