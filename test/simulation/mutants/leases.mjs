import { mutant } from './mutant.mjs';

/** Leases. */
export const LEASES = [
  mutant(
    'no fencing token',
    'jobs/lifecycle.ts',
    'if (!held?.lease || turn.attempt !== state.attempt || held.lease.token !== turn.token) return null;',
    'if (!held?.lease || turn.attempt !== state.attempt) return null;',
    { seeds: 3_000 },
  ),
  mutant(
    'a turn of an earlier attempt counts',
    'jobs/lifecycle.ts',
    'if (!held?.lease || turn.attempt !== state.attempt || held.lease.token !== turn.token) return null;',
    'if (!held?.lease || held.lease.token !== turn.token) return null;',
    {
      harmless:
        'a token is never given out twice, over all attempts, so a turn of an earlier attempt has another token than the lease of now',
    },
  ),
  mutant('tokens begin anew', 'jobs/lifecycle.ts', 'const token = free.token + 1;', 'const token = 1;'),
  mutant(
    'two hold one lease',
    'jobs/lifecycle.ts',
    "if (asked.lease && asked.lease.boot === boot && asked.lease.until > now)\n    return { state, verdict: { kind: 'busy', retryAfterMs: asked.lease.until - now } };",
    '',
  ),
  mutant(
    'a lease never runs out',
    'jobs/lifecycle.ts',
    'if (document.lease && (document.lease.boot !== boot || document.lease.until <= now)) return [lost(document, now)];',
    'if (document.lease && document.lease.boot !== boot) return [lost(document, now)];',
  ),
  mutant(
    'a lease of a process that is gone holds',
    'jobs/lifecycle.ts',
    'if (document.lease && (document.lease.boot !== boot || document.lease.until <= now)) return [lost(document, now)];',
    'if (document.lease && document.lease.until <= now) return [lost(document, now)];',
    { harmless: 'it runs out 30 s later; how soon work goes on after a restart is what the chaos harness measures' },
  ),
  mutant(
    'who takes up a lost lease keeps its token',
    'jobs/lifecycle.ts',
    'const token = free.token + 1;',
    'const token = Math.max(1, free.token);',
  ),
  mutant(
    'a retry keeps the old lease',
    'jobs/lifecycle.ts',
    '...document, ...untouched(now, 0) })',
    '...document, ...untouched(now, 0), lease: document.lease, token: 0 })',
  ),
];
