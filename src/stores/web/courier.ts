import type { Clock } from '../../jobs/ports';
import type { WebPolicy } from '../../jobs/web/guard-url';
import { readRetryAfter } from '../../jobs/web/retry-after';
import { isOfMessage } from '../../jobs/web/sent-headers';
import type { Courier, Letter, SendOutcome, SendProblem } from '../../jobs/webhooks/courier';
import { brokenOff, type GuardedAnswer, guardedFetch, isRedirect, type Web } from './guarded-fetch';
import { readBody } from './read-body';

/** Most bytes of an answer that are taken in before the connection is given up: nothing is read out of them. */
const MAX_ANSWER_BYTES = 4 * 1024;

export interface CourierSettings extends WebPolicy {
  /** For all of it: lookups, headers and body of the answer, in milliseconds. */
  readonly timeoutMs: number;
}

/**
 * Letters over the platform's own `fetch`. A redirect is a failure, as with other senders of webhooks: whoever moves
 * says so where the webhook is stored.
 */
export function createCourier(web: Web, { timeoutMs, ...policy }: CourierSettings, clock: Clock): Courier {
  return {
    async post({ url, headers, body }: Letter): Promise<SendOutcome> {
      const startedAt = clock();
      const signal = AbortSignal.timeout(timeoutMs);
      const sent = Object.fromEntries(Object.entries(headers).filter(([name]) => isOfMessage(name)));
      const answered = await guardedFetch(web, url, policy, { method: 'POST', headers: sent, body, signal });
      const outcome = await outcomeOf(answered, signal, clock);
      return { ...outcome, elapsedMs: clock() - startedAt };
    },
  };
}

async function outcomeOf(
  answered: GuardedAnswer,
  signal: AbortSignal,
  clock: Clock,
): Promise<Omit<SendOutcome, 'elapsedMs'>> {
  if (!answered.ok)
    return { problem: PROBLEM[answered.problem], status: null, message: answered.reason, retryAfterMs: null };
  const { response, host } = answered;
  const { status } = response;
  const retryAfterMs = readRetryAfter(response.headers.get('retry-after'), clock());
  try {
    await readBody(response.body, MAX_ANSWER_BYTES, signal);
  } catch {
    const { problem, reason } = brokenOff(host, signal);
    return { problem: PROBLEM[problem], status, message: reason, retryAfterMs };
  }
  if (response.ok) return { problem: null, status, message: null, retryAfterMs };
  if (isRedirect(status)) {
    const message = `${host} answered ${status}; redirects are not followed: store the address it leads to`;
    return { problem: 'redirect', status, message, retryAfterMs };
  }
  return { problem: 'status', status, message: `${host} answered ${status}`, retryAfterMs };
}

/** A name that cannot be looked up now may be known later. */
const PROBLEM = {
  'refused-address': 'refused-address',
  unresolved: 'unreachable',
  unreachable: 'unreachable',
  timeout: 'timeout',
  status: 'status',
  redirect: 'redirect',
  'too-large': 'status',
} as const satisfies Record<Extract<GuardedAnswer, { ok: false }>['problem'], SendProblem>;
