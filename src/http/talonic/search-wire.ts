/** https://talonic.com/docs/api/search: camelCase, all five lists always there. */
import { z } from 'zod';
import { count } from './list-window';

/** Hits of each kind, unless asked otherwise, and at most. */
const HITS = { usual: 5, most: 50 };

export const SearchQuery = z
  .object({
    q: z.string().max(500, 'at most 500 characters').optional(),
    query: z.string().max(500, 'at most 500 characters').optional(),
    limit: count.transform((limit) => Math.min(limit ?? HITS.usual, HITS.most)),
  })
  .transform(({ q, query, limit }) => ({ text: (q || query || '').trim(), limit }))
  .refine(({ text }) => text !== '', { path: ['q'], message: 'missing; send what to search for as q or query' });

const Hit = z.object({ id: z.string(), name: z.string() });

export const SearchHits = z.object({
  documents: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      filename: z.string(),
      sourceId: z.string().optional(),
      sourceName: z.string().optional(),
    }),
  ),
  fieldMatches: z.array(
    z.object({
      resolvedFieldId: z.string(),
      displayName: z.string(),
      matchedValue: z.string(),
      documentCount: z.int(),
      filterable: z.boolean(),
      dataType: z.string(),
    }),
  ),
  sources: z.array(Hit),
  schemas: z.array(Hit),
  fields: z.array(
    z.object({
      id: z.string(),
      canonicalName: z.string(),
      displayName: z.string(),
      documentCount: z.int(),
      filterable: z.boolean(),
      dataType: z.string(),
    }),
  ),
});
export type SearchHits = z.infer<typeof SearchHits>;
