import type { FetchFailure } from '../../jobs/web/document-host';
import { type Guarded, guardUrl, refusedAnswer, type WebPolicy } from '../../jobs/web/guard-url';
import { inTime } from './in-time';
import type { Fetch, Resolve } from './resolver';

/** The ways out of this server. */
export interface Web {
  readonly fetch: Fetch;
  readonly resolve: Resolve;
}

export interface Answered {
  readonly ok: true;
  /** Its body is read or cancelled by whoever gets it. */
  readonly response: Response;
  readonly host: string;
  readonly isLoopback: boolean;
}

/** Whether it leads elsewhere (RFC 9110, 15.4): 300 and 304 do not. */
export const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status);

/** Answers of the same kind, whatever they are to. */
export type GuardedAnswer = Answered | FetchFailure;

/**
 * One request to a public address; redirects are handed out, not followed. The platform looks names up by itself, so what
 * one leads to is looked at before, and again once the answer has begun: a name that changes in between is refused by
 * either look, and nothing of the answer is read. Never throws.
 */
export async function guardedFetch(
  { fetch, resolve }: Web,
  text: string,
  policy: WebPolicy,
  init: RequestInit & { readonly signal: AbortSignal },
): Promise<GuardedAnswer> {
  const guarded = guardUrl(text, policy);
  if (!guarded.ok) return { ok: false, problem: 'refused-address', reason: guarded.reason };
  const { url, isLoopback } = guarded;
  const { host } = url;
  try {
    const before = await look(resolve, guarded, init.signal);
    if (before !== null) return before;
    const response = await inTime(fetch(url.href, { ...init, redirect: 'manual', cache: 'no-store' }), init.signal);
    const after = await look(resolve, guarded, init.signal);
    if (after === null) return { ok: true, response, host, isLoopback };
    giveUp(response);
    return after;
  } catch {
    return brokenOff(host, init.signal);
  }
}

/** What went wrong with a request or its answer that threw. */
export const brokenOff = (host: string, signal: AbortSignal): FetchFailure =>
  signal.aborted
    ? { ok: false, problem: 'timeout', reason: `${host} did not answer in time` }
    : { ok: false, problem: 'unreachable', reason: `no connection to ${host}, or it broke off` };

/** Ends an answer nobody reads. */
export const giveUp = ({ body }: Response): void => {
  body?.cancel().catch(() => undefined);
};

/** Why the name may not be spoken to now; null: it may, or there is none. */
async function look(
  resolve: Resolve,
  { name }: Guarded & { readonly ok: true },
  signal: AbortSignal,
): Promise<FetchFailure | null> {
  if (name === null) return null;
  const resolved = await inTime(resolve(name, signal), signal);
  if (!resolved.ok) return { ok: false, problem: 'unresolved', reason: resolved.reason };
  if (resolved.addresses.length === 0)
    return { ok: false, problem: 'unresolved', reason: `the name ${name} is not known` };
  const reason = refusedAnswer(name, resolved.addresses);
  return reason === null ? null : { ok: false, problem: 'refused-address', reason };
}
