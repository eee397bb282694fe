/** What Talonic's clients read about fields, values, searches and money; see talonic.ts. */
import { z } from 'zod';
import { Id, Instant, listOf } from './talonic';

const Hit = z.object({
  id: Id,
  document_id: Id,
  filename: z.string(),
  fields: z.record(z.string(), z.unknown()),
  fieldValues: z.record(z.string(), z.unknown()),
});

/** The type of the SDK says `documents`, its MCP server reads `data`: both are there. */
export const Filtered = z
  .object({
    data: z.array(Hit),
    documents: z.array(Hit),
    total: z.int(),
    page: z.int(),
    limit: z.int(),
    warnings: z.array(z.object({ code: z.string(), message: z.string() })).optional(),
  })
  .refine(
    ({ data, documents }) => JSON.stringify(data) === JSON.stringify(documents),
    'the same rows under both names',
  );

export const Field = z.object({
  id: Id,
  canonical_name: z.string(),
  display_name: z.string(),
  data_type: z.string(),
  tier: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  cluster_name: z.string().nullable(),
  occurrence_count: z.int().min(1),
  created_at: Instant,
  updated_at: Instant,
  links: z.object({ self: z.string(), similar: z.string() }),
});

export const FieldList = listOf(Field);
export const OneField = Field.extend({ recent_occurrences: z.array(z.unknown()).max(20) });
export const SimilarFields = z.object({ data: z.array(Field.extend({ similarity: z.number() })) });

/** All five lists are always there. */
export const Found = z.object({
  documents: z.array(z.object({ id: Id, name: z.string().optional(), filename: z.string().optional() })),
  fieldMatches: z.array(
    z.object({
      resolvedFieldId: z.string().nullable(),
      displayName: z.string(),
      matchedValue: z.string().optional(),
      documentCount: z.int().nullable(),
      filterable: z.boolean(),
      dataType: z.string().nullable(),
    }),
  ),
  sources: z.array(z.object({ id: z.string(), name: z.string() })),
  schemas: z.array(z.object({ id: z.string(), name: z.string() })),
  fields: z.array(
    z.object({
      id: z.string().nullable(),
      canonicalName: z.string(),
      displayName: z.string(),
      documentCount: z.int().nullable(),
      filterable: z.boolean(),
      dataType: z.string().nullable(),
    }),
  ),
});

export const Balance = z.object({
  balance_credits: z.number(),
  balance_eur: z.number(),
  burn_rate_30d_credits: z.number(),
  projected_runway_days: z.number(),
  tier: z.string(),
  tier_resets_at: z.string().nullable(),
});

export const Pricing = z.object({
  currency: z.string(),
  credits_per_eur: z.number(),
  multipliers: z.object({ realtime: z.number(), batch: z.number() }),
  units: z.array(
    z.object({ unit: z.string(), label: z.string(), credits: z.number(), eur: z.number(), free: z.boolean() }),
  ),
});

export const Usage = z.object({
  period_days: z.int(),
  total_credits: z.number(),
  by_function: z.array(z.object({ operation_type: z.string(), operations: z.int(), credits: z.number() })),
});
