import { curl } from './examples.js';

const BALANCE = {
  balance_credits: 0,
  balance_eur: 0,
  burn_rate_30d_credits: 0,
  projected_runway_days: -1,
  tier: 'self-hosted',
  tier_resets_at: '2026-03-06T00:00:00.000Z',
  message: 'This server costs nothing: no credits are needed and none are used up.',
};
const DAYS = ['days', 'query', '1 to 365; 30 unless asked otherwise.'];
const BAD_DAYS = [400, 'VALIDATION_ERROR', 'days is no number from 1 to 365.'];

export const CREDITS = {
  title: 'Credits and usage',
  about: 'Nothing costs anything here. What was done is counted all the same.',
  routes: [
    {
      method: 'GET',
      path: '/v1/credits',
      about: 'As /v1/credits/balance.',
      parameters: [],
      curl: curl('/v1/credits'),
      status: 200,
      answer: BALANCE,
      errors: [],
    },
    {
      method: 'GET',
      path: '/v1/credits/balance',
      about: 'The balance: none is needed, and it lasts for ever (-1).',
      parameters: [],
      curl: curl('/v1/credits/balance'),
      status: 200,
      answer: BALANCE,
      errors: [],
    },
    {
      method: 'GET',
      path: '/v1/usage',
      about: 'Jobs and documents of the last days. Deleted jobs are not counted.',
      parameters: [DAYS],
      curl: curl('/v1/usage?days=7'),
      status: 200,
      answer: { period_days: 7, jobs: 3, documents: 48, total_tokens: 0 },
      errors: [BAD_DAYS],
    },
    {
      method: 'GET',
      path: '/v1/usage/credits',
      about: 'Documents of the last days by operation, most first.',
      parameters: [DAYS],
      curl: curl('/v1/usage/credits?days=7'),
      status: 200,
      answer: {
        period_days: 7,
        total_credits: 0,
        by_function: [{ operation_type: 'extract', operations: 48, credits: 0 }],
      },
      errors: [BAD_DAYS],
    },
    {
      method: 'GET',
      path: '/v1/pricing',
      about: 'What things cost. Needs no key.',
      parameters: [],
      curl: "curl -s '{origin}/v1/pricing'",
      status: 200,
      answer: {
        currency: 'EUR',
        credits_per_eur: 1000,
        multipliers: { realtime: 1, batch: 1 },
        units: [{ unit: 'page_ingest', label: 'Reading a page', credits: 0, eur: 0, free: true }],
      },
      errors: [],
    },
  ],
};
