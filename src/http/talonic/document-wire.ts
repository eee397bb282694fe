/** https://talonic.com/docs/api/documents */
import { z } from 'zod';
import { SchemaId } from '../door';
import { Instant, ListQuery, word } from './list-window';
import { DOCUMENT_STATUS_FILTER } from './status';
import { Pagination } from './wire';

export const DocumentsQuery = ListQuery.extend({
  status: word(DOCUMENT_STATUS_FILTER),
  source_id: z.string().optional(),
  source_connection_id: z.string().optional(),
  after: Instant,
  before: Instant,
  search: z.string().max(500, 'at most 500 characters').optional(),
});
export type DocumentsQuery = z.infer<typeof DocumentsQuery>;

export const ReExtractBody = z
  .object({
    schema: z.unknown().optional(),
    schema_id: SchemaId.nullish(),
    instructions: z.string('must be text').max(10_000, 'at most 10000 characters').nullish(),
  })
  .refine(({ schema, schema_id }) => schema == null || schema_id == null, {
    path: ['schema'],
    message: 'send either schema or schema_id',
  });
export type ReExtractBody = z.infer<typeof ReExtractBody>;

export const Document = z.object({
  id: z.string(),
  filename: z.string(),
  pages: z.int().nullable(),
  size_bytes: z.int(),
  mime_type: z.string(),
  type_detected: z.string().nullable(),
  language_detected: z.string().nullable(),
  status: z.string(),
  error: z.string().optional(),
  source: z.object({ id: z.string().nullable(), type: z.string() }),
  field_count: z.int(),
  triage: z.null(),
  original_path: z.null(),
  batch_id: z.string().optional(),
  metadata: z.record(z.string(), z.unknown()).optional(),
  extraction_count: z.int(),
  latest_extraction_id: z.string().nullable(),
  created_at: z.string(),
  links: z.object({ self: z.string(), extractions: z.string(), markdown: z.string(), dashboard: z.string() }),
});
export type Document = z.infer<typeof Document>;

export const DocumentList = z.object({ data: z.array(Document), pagination: Pagination });
export type DocumentList = z.infer<typeof DocumentList>;

export const DocumentMarkdown = z.object({ document_id: z.string(), markdown: z.string() });
export type DocumentMarkdown = z.infer<typeof DocumentMarkdown>;

export const ReExtracting = z.object({
  id: z.string(),
  status: z.literal('extracting'),
  message: z.string(),
  job_id: z.string(),
  links: z.object({ self: z.string(), job: z.string(), extractions: z.string() }),
});
export type ReExtracting = z.infer<typeof ReExtracting>;
