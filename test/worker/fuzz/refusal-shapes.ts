import { z } from 'zod';
import type { DialectName } from '../../../src/http/dialects';

/** What an error looks like in each dialect, as its clients read it. */
export const REFUSAL_SHAPES: Readonly<Record<DialectName, z.ZodType>> = {
  talonic: z.object({
    statusCode: z.int().min(400).max(499),
    code: z.string().regex(/^[A-Z_]+$/),
    error: z.string(),
    message: z.string().min(1),
    retryable: z.boolean(),
    request_id: z.string(),
    timestamp: z.string(),
    path: z.string(),
  }),
  retab: z.object({
    detail: z.object({ code: z.string(), message: z.string().min(1), details: z.unknown() }),
  }),
  llamacloud: z.object({
    detail: z.union([
      z.string().min(1),
      z.array(z.object({ loc: z.array(z.union([z.string(), z.number()])), msg: z.string(), type: z.string() })).min(1),
    ]),
  }),
};
