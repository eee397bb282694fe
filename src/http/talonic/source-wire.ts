/** https://talonic.com/docs/api/sources; no key of its own is handed out for a source. */
import { z } from 'zod';
import type { JsonObject } from '../../schema/json';
import { fromJsonText } from '../door';
import { isWithin, MAX_DEPTH, TOO_DEEP } from './json-depth';
import { Pagination } from './wire';

const Name = z.string('must be text').trim().min(1, 'must not be empty').max(200, 'at most 200 characters');
const Type = z.string('must be text').trim().min(1, 'must not be empty').max(50, 'at most 50 characters');

export const CreateSourceBody = z.object({ name: Name, type: Type.nullish() });
export type CreateSourceBody = z.infer<typeof CreateSourceBody>;

export const UpdateSourceBody = z.object({ name: Name.optional(), type: Type.optional() });
export type UpdateSourceBody = z.infer<typeof UpdateSourceBody>;

/** Longest metadata of a document, as JSON: our number. */
const MAX_METADATA_CHARACTERS = 10_000;

/** In a form it comes as JSON text. */
const Metadata = z.preprocess(
  (given) => (typeof given === 'string' ? fromJsonText(given, 'metadata') : given),
  z
    .record(z.string(), z.unknown(), 'must be an object')
    .refine((value) => isWithin(MAX_DEPTH, value), TOO_DEEP)
    .refine(
      (value) => JSON.stringify(value).length <= MAX_METADATA_CHARACTERS,
      `longer than ${MAX_METADATA_CHARACTERS} characters of JSON`,
    )
    .transform(asJson),
);

/** It came through JSON.parse. */
function asJson(value: Record<string, unknown>): JsonObject {
  return value as JsonObject;
}

/** The parts beside the file. */
export const SourceDocumentForm = z.object({
  url: z.string('must be text').nullish(),
  file_url: z.string('must be text').nullish(),
  processing_mode: z.enum(['', 'realtime', 'batch'], 'must be realtime or batch').nullish(),
  batch_id: z.string('must be text').max(200, 'at most 200 characters').nullish(),
  metadata: Metadata.nullish(),
});
export type SourceDocumentForm = z.infer<typeof SourceDocumentForm>;

export const Source = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  created_at: z.string(),
  updated_at: z.string(),
  links: z.object({ self: z.string(), documents: z.string() }),
});
export type Source = z.infer<typeof Source>;

export const SourceList = z.object({ data: z.array(Source), pagination: Pagination });
export type SourceList = z.infer<typeof SourceList>;

export const SourceDocument = z.object({
  document_id: z.string(),
  filename: z.string(),
  size_bytes: z.int(),
  status: z.enum(['queued', 'duplicate']),
  source_id: z.string(),
  batch_id: z.string().optional(),
  message: z.string(),
  existing_document_id: z.string().optional(),
  links: z.object({ self: z.string(), source: z.string(), dashboard: z.string() }),
});
export type SourceDocument = z.infer<typeof SourceDocument>;
