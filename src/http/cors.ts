/**
 * Which pages of other origins may call this server: https://fetch.spec.whatwg.org/#http-cors-protocol. Pure. Keys come in
 * headers, so no page is ever allowed to send what a browser keeps for it.
 */
type Headers = Pick<globalThis.Headers, 'get' | 'has'>;

/** What a page may read besides the body. */
const EXPOSED = [
  'Content-Disposition',
  'Retry-After',
  'X-RateLimit-Limit',
  'X-RateLimit-Remaining',
  'X-RateLimit-Reset',
  'X-Request-Id',
].join(', ');

/** Longest time a browser takes our word for it: two hours are the most that any of them does. */
const MAX_AGE_SECONDS = '7200';

/** A question of a browser, without a key: whether a page may ask what it is about to ask. */
export const isPreflight = (method: string, headers: Headers): boolean =>
  method === 'OPTIONS' && headers.has('origin') && headers.has('access-control-request-method');

/** On every answer. `allowed`: origins, or `*`; none: pages of this origin alone. */
export function corsHeaders(allowed: readonly string[], headers: Headers): readonly (readonly [string, string])[] {
  const origin = headers.get('origin');
  if (allowed.includes('*'))
    return [
      ['Access-Control-Allow-Origin', '*'],
      ['Access-Control-Expose-Headers', EXPOSED],
    ];
  if (allowed.length === 0) return [];
  const vary = ['Vary', 'Origin'] as const;
  if (origin === null || !allowed.includes(origin)) return [vary];
  return [['Access-Control-Allow-Origin', origin], ['Access-Control-Expose-Headers', EXPOSED], vary];
}

/** The answer to a preflight besides `corsHeaders`, which say whether the page is allowed at all. */
export function preflightHeaders(headers: Headers): readonly (readonly [string, string])[] {
  const asked = headers.get('access-control-request-headers');
  return [
    ['Access-Control-Allow-Methods', 'GET, HEAD, POST, PUT, PATCH, DELETE'],
    ['Access-Control-Max-Age', MAX_AGE_SECONDS],
    // The clients' own headers differ with each version; which of them come along decides nothing here.
    ...(asked === null ? [] : [['Access-Control-Allow-Headers', asked] as const]),
  ];
}
