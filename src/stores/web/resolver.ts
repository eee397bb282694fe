import { z } from 'zod';
import { inTime } from './in-time';
import { readBody } from './read-body';

/** Addresses of a name, as DNS writes them, IPv4 and IPv6; or why they are not known. */
export type Resolved =
  | { readonly ok: true; readonly addresses: readonly string[] }
  | { readonly ok: false; readonly reason: string };

/** Looks a name up, now. Never throws. */
export type Resolve = (name: string, signal: AbortSignal) => Promise<Resolved>;

/** A `fetch` of the platform, or what stands in for it. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Codes of record types and answers: https://www.iana.org/assignments/dns-parameters */
const TYPES = { A: 1, AAAA: 28 } as const;
const [NO_ERROR, NO_SUCH_NAME] = [0, 3];

/** Most bytes of an answer: some hundred addresses. */
const MAX_ANSWER_BYTES = 64 * 1024;

const Answer = z.object({
  Status: z.int(),
  /** Cut short: there may be addresses that are not in it. */
  TC: z.boolean().optional(),
  Answer: z.array(z.object({ type: z.int(), data: z.string() })).optional(),
});

/**
 * Asks a DNS-over-HTTPS resolver for JSON (https://developers.cloudflare.com/1.1.1.1/encryption/dns-over-https/make-api-requests/dns-json):
 * a Worker has no resolver of its own. `resolverUrl` empty: names are not looked up, and so not spoken to.
 */
export function createResolver(resolverUrl: string, fetch: Fetch): Resolve {
  if (resolverUrl === '')
    return async (name) => ({
      ok: false,
      reason: `${name} cannot be looked up: this server has no DNS_OVER_HTTPS_URL`,
    });
  return async (name, signal) => {
    try {
      const types = ['A', 'AAAA'] as const;
      const found = await Promise.all(types.map((type) => lookUp(fetch, resolverUrl, name, type, signal)));
      return { ok: true, addresses: found.flat() };
    } catch {
      return { ok: false, reason: `${name} could not be looked up; try again` };
    }
  };
}

/** Throws for anything but a whole answer. */
async function lookUp(
  fetch: Fetch,
  resolverUrl: string,
  name: string,
  type: keyof typeof TYPES,
  signal: AbortSignal,
): Promise<string[]> {
  const url = new URL(resolverUrl);
  url.searchParams.set('name', name);
  url.searchParams.set('type', type);
  const init = { headers: { accept: 'application/dns-json' }, cache: 'no-store', redirect: 'manual', signal } as const;
  const response = await inTime(fetch(url.href, init), signal);
  const { bytes, isCut } = await readBody(response.body, MAX_ANSWER_BYTES, signal);
  if (!response.ok || isCut) throw new Error(`the resolver answered ${response.status}`);
  const answer = Answer.parse(JSON.parse(new TextDecoder().decode(bytes)));
  if (answer.TC === true || ![NO_ERROR, NO_SUCH_NAME].includes(answer.Status)) throw new Error('no whole answer');
  return (answer.Answer ?? []).flatMap(({ type: found, data }) => (found === TYPES[type] ? [data] : []));
}
