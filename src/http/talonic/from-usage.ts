/** https://talonic.com/docs/api/credits — pure. */

import type { WorkDone } from '../../jobs/index-ports';
import type { EpochMs } from '../../jobs/job';
import type { Balance, CreditUsage, Pricing, Usage } from './credit-wire';
import { iso } from './from-job';

const DAY_MS = 24 * 60 * 60_000;

/** Nothing is bought and nothing runs out. The day ends at midnight UTC, as the vendor's does. */
export const toBalance = (now: EpochMs): Balance => ({
  balance_credits: 0,
  balance_eur: 0,
  burn_rate_30d_credits: 0,
  projected_runway_days: -1,
  tier: 'self-hosted',
  tier_resets_at: iso((Math.floor(now / DAY_MS) + 1) * DAY_MS),
  message: 'This server costs nothing: no credits are needed and none are used up.',
});

const free = (unit: string, label: string) => ({ unit, label, credits: 0, eur: 0, free: true });

export const PRICING: Pricing = {
  currency: 'EUR',
  credits_per_eur: 1000,
  multipliers: { realtime: 1, batch: 1 },
  units: [
    free('page_ingest', 'Reading a page'),
    free('structuring_cell', 'Filling a cell'),
    free('intelligence_op', 'Asking a language model'),
    free('registry_cell', 'Filling a cell from what is known'),
  ],
};

/** An operation is one document of one job. */
export const fromCreditUsage = (work: readonly WorkDone[], days: number): CreditUsage => ({
  period_days: days,
  total_credits: 0,
  by_function: work.map(({ operation, documents }) => ({
    operation_type: operation,
    operations: documents,
    credits: 0,
  })),
});

/** No tokens: the embedded engine is no language model. */
export const fromUsage = (work: readonly WorkDone[], days: number): Usage => ({
  period_days: days,
  jobs: work.reduce((sum, { jobs }) => sum + jobs, 0),
  documents: work.reduce((sum, { documents }) => sum + documents, 0),
  total_tokens: 0,
});
