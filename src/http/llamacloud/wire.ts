/** Bodies that every resource shares, spelled as the vendor spells them. */
import { z } from 'zod';

/** One thing that was wrong with a request: `loc` begins with body, query or path. */
export const ValidationIssue = z.object({
  loc: z.array(z.union([z.string(), z.int()])),
  msg: z.string(),
  type: z.string(),
});
export type ValidationIssue = z.infer<typeof ValidationIssue>;
