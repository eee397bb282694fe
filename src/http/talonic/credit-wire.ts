/** https://talonic.com/docs/api/credits: the vendor sells credits; here nothing costs anything. */
import { z } from 'zod';
import { count } from './list-window';

/** How far back usage is counted, in days. */
const DAYS = { usual: 30, most: 365 };

export const UsageQuery = z.object({
  days: count
    .refine((days) => days === undefined || days <= DAYS.most, `at most ${DAYS.most}`)
    .transform((days) => days ?? DAYS.usual),
});

export const Balance = z.object({
  balance_credits: z.number(),
  balance_eur: z.number(),
  burn_rate_30d_credits: z.number(),
  /** -1: nothing is used up. */
  projected_runway_days: z.number(),
  tier: z.string(),
  tier_resets_at: z.string(),
  message: z.string(),
});
export type Balance = z.infer<typeof Balance>;

export const Pricing = z.object({
  currency: z.literal('EUR'),
  credits_per_eur: z.number(),
  multipliers: z.object({ realtime: z.number(), batch: z.number() }),
  units: z.array(
    z.object({ unit: z.string(), label: z.string(), credits: z.number(), eur: z.number(), free: z.boolean() }),
  ),
});
export type Pricing = z.infer<typeof Pricing>;

export const CreditUsage = z.object({
  period_days: z.int(),
  total_credits: z.number(),
  by_function: z.array(z.object({ operation_type: z.string(), operations: z.int(), credits: z.number() })),
});
export type CreditUsage = z.infer<typeof CreditUsage>;

export const Usage = z.object({
  period_days: z.int(),
  jobs: z.int(),
  documents: z.int(),
  total_tokens: z.int(),
});
export type Usage = z.infer<typeof Usage>;
