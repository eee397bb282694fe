/** https://talonic.com/docs/api/fields */
import { z } from 'zod';
import { count, ListQuery, word } from './list-window';
import { FIELD_TIER_FILTER } from './status';
import { Pagination } from './wire';

const Group = z.string().max(300, 'at most 300 characters').optional();

export const FieldsQuery = ListQuery.extend({
  search: z.string().max(500, 'at most 500 characters').optional(),
  tier: word(FIELD_TIER_FILTER),
  cluster_id: Group,
  cluster: Group,
});
export type FieldsQuery = z.infer<typeof FieldsQuery>;

/** Similar fields of one answer, unless asked otherwise, and at most: our numbers. */
const SIMILAR = { usual: 10, most: 50 };

export const SimilarQuery = z.object({
  limit: count.transform((limit) => Math.min(limit ?? SIMILAR.usual, SIMILAR.most)),
});

export const Field = z.object({
  id: z.string(),
  canonical_name: z.string(),
  display_name: z.string(),
  data_type: z.string(),
  /** 1 core, 2 established, 3 emerging. */
  tier: z.int().min(1).max(3),
  cluster_id: z.string().nullable(),
  cluster_name: z.string().nullable(),
  occurrence_count: z.int(),
  master_instruction: z.string().nullable(),
  created_at: z.string(),
  updated_at: z.string(),
  links: z.object({ self: z.string(), similar: z.string() }),
});
export type Field = z.infer<typeof Field>;

export const FieldList = z.object({ data: z.array(Field), pagination: Pagination });
export type FieldList = z.infer<typeof FieldList>;

export const FieldDetail = Field.extend({
  recent_occurrences: z.array(
    z.object({
      document_id: z.string(),
      document_filename: z.string(),
      extraction_id: z.string(),
      value: z.string(),
      extracted_at: z.string(),
    }),
  ),
});
export type FieldDetail = z.infer<typeof FieldDetail>;

export const SimilarFields = z.object({ data: z.array(Field.extend({ similarity: z.number() })) });
export type SimilarFields = z.infer<typeof SimilarFields>;
