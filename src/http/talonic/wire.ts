/** Bodies that every resource shares, spelled as the vendor spells them. */
import { z } from 'zod';

/** https://talonic.com/docs/api (error codes): flat; nested forms are not understood by all clients. */
export const ErrorEnvelope = z.object({
  statusCode: z.int(),
  code: z.string(),
  error: z.string(),
  message: z.string(),
  retryable: z.boolean(),
  request_id: z.string(),
  timestamp: z.iso.datetime(),
  path: z.string(),
  /** Of a key that is not good for what was asked. */
  required_scopes: z.array(z.string()).optional(),
});
export type ErrorEnvelope = z.infer<typeof ErrorEnvelope>;

/** All four keys are there on every list. */
export const Pagination = z.object({
  total: z.int(),
  limit: z.int(),
  has_more: z.boolean(),
  next_cursor: z.string().nullable(),
});
export type Pagination = z.infer<typeof Pagination>;

export const Deleted = z.object({ deleted: z.literal(true), id: z.string() });
export type Deleted = z.infer<typeof Deleted>;

/** Where a value was read. The box is [left, top, right, bottom] in points from the top left of the page. */
export const Provenance = z.object({
  page: z.int(),
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  source_text: z.string(),
  confidence: z.number(),
  phase: z.string(),
  source: z.string(),
  section: z.string().optional(),
  attachment: z.string().optional(),
});
export type Provenance = z.infer<typeof Provenance>;

/** The vendor's example has strings, its OpenAPI document objects. */
export const ValidationFlag = z.object({ field: z.string(), code: z.string(), message: z.string() });
export type ValidationFlag = z.infer<typeof ValidationFlag>;
