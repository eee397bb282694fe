/** Where an account may have itself be told — pure. What a name leads to is looked at whenever something is sent. */
import { JobError } from '../errors';
import { guardUrl, type WebPolicy } from '../web/guard-url';
import { acceptSentHeaders } from '../web/sent-headers';
import type { Hook } from './hook';

/** What every delivery has of its own: what it is, and by what it is signed. */
const OWN_HEADERS =
  /^(content-type|content-encoding|webhook-.*|svix-.*|x-webhook-event-.*|lc-signature|x-retab-signature|x-talonic-.*)$/i;

/** What the parts of a destination are called in the request. */
export interface DestinationFields {
  readonly url: string;
  readonly headers: string;
}

/** Where their names say that they are a webhook's. */
export const PREFIXED_FIELDS: DestinationFields = { url: 'webhook_url', headers: 'webhook_headers' };

/** Throws `invalid-request` for an address that may not be spoken to, and for headers that may not be sent. */
export function acceptDestination(
  { url, headers }: Pick<Hook, 'url' | 'headers'>,
  policy: WebPolicy,
  fields: DestinationFields = { url: 'url', headers: 'headers' },
): void {
  const guarded = guardUrl(url, policy);
  if (!guarded.ok) throw new JobError('invalid-request', `${fields.url}: ${guarded.reason}`, { field: fields.url });
  acceptHeaders(headers, fields.headers);
}

/** Throws `invalid-request` for headers that would break out of their line, or that this server sets itself. */
export const acceptHeaders = (headers: Hook['headers'], field = 'headers'): void =>
  acceptSentHeaders(headers, field, OWN_HEADERS);
