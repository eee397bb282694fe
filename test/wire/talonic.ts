/**
 * What Talonic's clients read. The Node SDK (0.1.24) and the Python SDK (0.1.0) check nothing at run time: required here is
 * what the Node SDK's types promise, what the OpenAPI document (0.21) marks as required, and what the zod of the vendor's
 * MCP server refuses to find null. Further members are fine for all of them.
 */
import { z } from 'zod';

export const Instant = z.iso.datetime({ precision: 3 });
export const Id = z.uuid();
const Percent = z.int().min(0).max(100);
const Fraction = z.number().min(0).max(1);

/** All four keys are required by the SDK's type. */
export const Pagination = z.strictObject({
  total: z.int().min(0),
  limit: z.int().min(1),
  has_more: z.boolean(),
  next_cursor: z.string().min(1).nullable(),
});

export const listOf = <Item extends z.ZodType>(item: Item) => z.object({ data: z.array(item), pagination: Pagination });

export const CreatedJob = z.object({
  id: Id,
  status: z.literal('pending'),
  message: z.string().min(1),
  links: z.object({ self: z.string(), results: z.string() }),
});

const NamedSchema = z.object({ id: z.string(), name: z.string() });

export const Job = z
  .object({
    id: Id,
    name: z.string().nullable(),
    status: z.enum(['pending', 'queued', 'processing', 'complete', 'failed']),
    progress: Percent.nullable(),
    estimated_seconds_remaining: z.int().min(0).nullable(),
    schema: NamedSchema.nullable(),
    document_count: z.int(),
    total_documents: z.int(),
    completed_documents: z.int(),
    failed_documents: z.int(),
    grid_stats: z
      .object({ total_cells: z.int(), filled: z.int(), empty: z.int(), fill_rate: Fraction })
      .refine(
        ({ total_cells, filled, empty }) => filled + empty === total_cells,
        'filled and empty cells are all cells',
      )
      .nullable(),
    current_phase: z.enum(['phase_1_resolve', 'phase_2_execute', 'phase_3_validation', 'phase_4_reread']).nullable(),
    error: z.object({ code: z.string(), message: z.string() }).nullable(),
    created_at: Instant,
    started_at: Instant.nullable(),
    completed_at: Instant.nullable(),
    links: z.object({ self: z.string(), results: z.string(), cancel: z.string().optional(), dashboard: z.url() }),
  })
  .refine(({ error, status }) => (error === null) === (status !== 'failed'), 'an error on failed jobs alone')
  .refine(
    ({ links, status }) => (links.cancel !== undefined) === ['pending', 'queued', 'processing'].includes(status),
    'a cancel link on jobs at work alone',
  );

export const JobList = listOf(Job);

export const JobResults = z.object({
  job_id: Id,
  job_status: z.string(),
  schema: NamedSchema.nullable(),
  total_rows: z.int(),
  data: z.array(
    z.object({
      id: Id,
      document_id: Id,
      filename: z.string(),
      document_filename: z.string(),
      status: z.enum(['complete', 'partial', 'failed']),
      values: z.record(z.string(), z.unknown()),
      confidence: Fraction.nullable(),
      validation_flags: z.array(z.object({ message: z.string(), code: z.string() })),
    }),
  ),
  links: z.object({ self: z.string(), job: z.string() }),
});

/** Members that the MCP server refuses as null are left out instead: no `nullable` where there is `optional`. */
export const Extracted = z.object({
  extraction_id: Id,
  request_id: z.string(),
  status: z.literal('complete'),
  document: z.object({
    id: Id,
    filename: z.string(),
    pages: z.int().optional(),
    size_bytes: z.int().optional(),
    mime_type: z.string().nullable(),
    type_detected: z.string().nullable(),
    language_detected: z.string().nullable(),
  }),
  data: z.record(z.string(), z.unknown()),
  schema: z.object({
    source: z.string(),
    id: z.string().nullable(),
    definition: z.record(z.string(), z.unknown()).optional(),
    save_url: z.string().optional(),
  }),
  confidence: z.object({ overall: Fraction.optional(), fields: z.record(z.string(), Fraction) }),
  processing: z.object({
    duration_ms: z.number().optional(),
    pages_processed: z.int().optional(),
    region: z.string().optional(),
  }),
  links: z.object({ self: z.string(), document: z.string(), dashboard: z.string() }),
  markdown: z.string().optional(),
});

export const Extracting = z.object({
  request_id: z.string(),
  status: z.literal('processing'),
  job: z.object({
    id: Id,
    status: z.literal('queued'),
    poll_url: z.string(),
    estimated_seconds: z.int().optional(),
  }),
  document: z.object({ id: Id, filename: z.string(), size_bytes: z.int() }),
});

export const Document = z.object({
  id: Id,
  filename: z.string(),
  pages: z.int().nullable(),
  size_bytes: z.int(),
  mime_type: z.string().nullable(),
  type_detected: z.string().nullable(),
  language_detected: z.string().nullable(),
  status: z.enum(['pending', 'processing', 'completed', 'error']),
  source: z.object({ id: z.string().nullable(), type: z.string() }),
  extraction_count: z.int(),
  latest_extraction_id: z.string().nullable(),
  created_at: Instant,
  links: z.object({ self: z.string(), extractions: z.string(), dashboard: z.string() }),
});

export const DocumentList = listOf(Document);
export const DocumentMarkdown = z.object({ document_id: Id, markdown: z.string() });
export const ReExtracting = z.object({ id: Id, status: z.literal('extracting'), message: z.string() });
export const Deleted = z.object({ deleted: z.literal(true), id: Id });

export const Schema = z.object({
  id: Id,
  short_id: z.string().regex(/^SCH-[0-9A-F]{8}$/),
  name: z.string(),
  description: z.string().nullable(),
  definition: z.record(z.string(), z.unknown()),
  field_count: z.int(),
  version: z.int().min(1),
  created_at: Instant,
  updated_at: Instant,
  links: z.object({ self: z.string(), extractions: z.string(), dashboard: z.string() }),
});

export const SchemaList = listOf(Schema);

export const ExtractionList = listOf(
  z.object({
    id: Id,
    status: z.enum(['complete', 'processing', 'failed']),
    document_id: Id,
    document_filename: z.string(),
    confidence_overall: Fraction.nullable(),
    created_at: Instant,
    links: z.object({ self: z.string() }),
  }),
);

export const Extraction = z.object({
  id: Id,
  status: z.enum(['complete', 'processing', 'failed']),
  document_id: Id,
  document: z.object({ id: Id, filename: z.string(), pages: z.int().optional(), type_detected: z.string().nullable() }),
  schema_id: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
  confidence: z.object({ overall: Fraction.optional(), fields: z.record(z.string(), Fraction) }),
  locked_fields: z.array(z.string()),
  created_at: Instant,
  links: z.object({ self: z.string(), data: z.string(), document: z.string(), dashboard: z.string() }),
});

/** Flat, with what the SDKs read at the top: `code`, `message`, `retryable`, `request_id`. */
export const Problem = z.object({
  statusCode: z.int().min(400),
  code: z.string().regex(/^[A-Z_]+$/),
  error: z.string(),
  message: z.string().min(1),
  retryable: z.boolean(),
  request_id: z.string().min(1),
  timestamp: Instant,
  path: z.string(),
});
