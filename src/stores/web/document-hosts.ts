import type { DocumentAddress, DocumentHosts, FetchedDocument, FetchFailure } from '../../jobs/web/document-host';
import type { WebPolicy } from '../../jobs/web/guard-url';
import { brokenOff, giveUp, guardedFetch, isRedirect, type Web } from './guarded-fetch';
import { readBody } from './read-body';

/** Most redirects of one document. */
const MAX_REDIRECTS = 5;

/** Ways to pack an answer that nobody asked for: the platform unpacks gzip and br, and other words there pack nothing. */
const LEFT_PACKED = /(?:^|[\s,])(?:compress|deflate|zstd)\s*(?:$|,)/i;

export interface HostSettings extends WebPolicy {
  /** For all of it: lookups, redirects, headers and body, in milliseconds. */
  readonly timeoutMs: number;
}

/** Documents over the platform's own `fetch`. */
export function createDocumentHosts(web: Web, { timeoutMs, ...policy }: HostSettings): DocumentHosts {
  return { get: (address) => get(web, policy, address, AbortSignal.timeout(timeoutMs)) };
}

async function get(
  web: Web,
  policy: WebPolicy,
  { url, headers, followsRedirects, maxBytes }: DocumentAddress,
  signal: AbortSignal,
): Promise<FetchedDocument | FetchFailure> {
  let next = { url, headers, policy };
  for (let hops = 0; ; hops += 1) {
    const init = { headers: { 'user-agent': 'Quarry', accept: '*/*', ...next.headers }, signal };
    const answered = await guardedFetch(web, next.url, next.policy, init);
    if (!answered.ok) return hops === 0 ? answered : { ...answered, reason: `redirected: ${answered.reason}` };
    const { response, host, isLoopback } = answered;
    if (!isRedirect(response.status)) return documentOf(response, host, maxBytes, signal);
    giveUp(response);
    const { status } = response;
    const refused = (reason: string): FetchFailure => ({ ok: false, problem: 'redirect', reason });
    if (!followsRedirects) return refused(`${host} answered ${status}, a redirect, which was not to be followed`);
    if (hops === MAX_REDIRECTS) return refused(`${host} redirects once more; ${MAX_REDIRECTS} redirects are followed`);
    const location = response.headers.get('location');
    if (location === null || !URL.canParse(location, next.url))
      return refused(`${host} answered ${status}, a redirect to no address`);
    const to = new URL(location, next.url);
    const isSame = to.origin === new URL(next.url).origin;
    // Nobody out there sends this server to itself, and what a caller tells one host is told to no other.
    next = { url: to.href, headers: isSame ? next.headers : {}, policy: { allowsLoopback: isLoopback } };
  }
}

async function documentOf(
  response: Response,
  host: string,
  maxBytes: number,
  signal: AbortSignal,
): Promise<FetchedDocument | FetchFailure> {
  const { status, headers, body } = response;
  // A part of it (206) is not the document.
  if (!response.ok || status === 206) {
    giveUp(response);
    return { ok: false, problem: 'status', reason: `${host} answered ${status}` };
  }
  if (LEFT_PACKED.test(headers.get('content-encoding') ?? '')) {
    giveUp(response);
    return { ok: false, problem: 'status', reason: `${host} sends it packed in a way that is not unpacked here` };
  }
  const tooLarge = { ok: false, problem: 'too-large', reason: `${host} sends more than ${maxBytes} bytes` } as const;
  // Of a packed body it is the packed length; a body that announces too little is counted as it comes.
  if (Number(headers.get('content-length') ?? '0') > maxBytes) {
    giveUp(response);
    return tooLarge;
  }
  try {
    const { bytes, isCut } = await readBody(body, maxBytes, signal);
    if (isCut) return tooLarge;
    const [mediaType = ''] = (headers.get('content-type') ?? '').toLowerCase().split(';');
    return { ok: true, bytes, mediaType: mediaType.trim() || null, disposition: headers.get('content-disposition') };
  } catch {
    return brokenOff(host, signal);
  }
}
