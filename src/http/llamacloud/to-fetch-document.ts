/** https://developers.llamaindex.ai — Files, uploads by URL — pure. */
import { JobError } from '../../jobs/errors';
import type { FetchDocument } from '../../jobs/fetch-document';
import { acceptSentHeaders } from '../../jobs/web/sent-headers';
import type { FileFromUrlBody } from './file-wire';

/** What decides how the bytes come; all else may be said. */
const OWN_HEADERS = /^(accept-encoding|range|if-.*)$/i;

/** Throws `invalid-request` for headers that may not be sent, and for a proxy: there is one way out of this server. */
export function toFetchDocument({
  url,
  name,
  proxy_url,
  request_headers,
  follow_redirects,
}: FileFromUrlBody): FetchDocument {
  if (proxy_url) {
    const message = 'proxy_url: this server fetches files without a proxy; leave it out';
    throw new JobError('invalid-request', message, { field: 'proxy_url' });
  }
  const headers = request_headers ?? {};
  acceptSentHeaders(headers, 'request_headers', OWN_HEADERS);
  return { url, field: 'url', filename: name ?? null, headers, followsRedirects: follow_redirects };
}
