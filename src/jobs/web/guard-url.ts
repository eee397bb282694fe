/**
 * Which URLs this server may ask or tell something — pure. What a name leads to is looked at when it is used; see
 * `refusedAnswer`.
 */

import { isClosedPort } from './closed-ports';
import { readIpAddress } from './ip-address';
import { nonPublic } from './public-address';

export interface WebPolicy {
  /** Whether this machine itself may be spoken to, by http too: where one tries things out. Never when deployed. */
  readonly allowsLoopback: boolean;
}

/** `host` as in the URL, for messages. */
export type Guarded =
  | {
      readonly ok: true;
      readonly url: URL;
      /** The name whose addresses must be looked at before it is spoken to; null: an address stands there. */
      readonly name: string | null;
      readonly isLoopback: boolean;
    }
  | { readonly ok: false; readonly reason: string };

/** Longest URL that is taken: those that clouds sign reach 2,000. Our number. */
export const MAX_URL_CHARACTERS = 4_000;

/** Longest name that can be looked up; each part of it has 63 at most: https://www.rfc-editor.org/rfc/rfc1035#section-2.3.4 */
const MAX_NAME_CHARACTERS = 253;

/** As `URL` writes them, whatever way they were written. */
const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** Names of networks at home and at work (RFC 6761, RFC 6762, RFC 8375, ICANN's `internal`, and those in use without). */
const LOCAL_NAME =
  /(^|\.)(localhost|localdomain|local|internal|intranet|private|corp|home|lan|home\.arpa|in-addr\.arpa|ip6\.arpa)$/;

/** No I/O. The reason is a clause that begins with what is wrong and says what would be right. */
export function guardUrl(text: string, { allowsLoopback }: WebPolicy): Guarded {
  const https = allowsLoopback ? 'an https URL, or an http one of this machine' : 'an https URL';
  if (text.length > MAX_URL_CHARACTERS) return refused(`longer than ${MAX_URL_CHARACTERS} characters`);
  // `URL` mends blanks, backslashes and missing slashes, and others mend them otherwise.
  if (!/^https?:\/\/[^\s\\\p{Cc}]+$/iu.test(text) || !URL.canParse(text)) return refused(`must be ${https}`);
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return refused(`must be ${https} without a user or a password in it`);
  const { hostname: host } = url;
  if (allowsLoopback && LOOPBACK_HOSTS.has(host)) return { ok: true, url, name: null, isLoopback: true };
  if (url.protocol !== 'https:') return refused(`must be ${https}`);
  const isName = readIpAddress(unbracketed(host)) === null;
  const reason = (isName ? refusedName(host) : refusedAddress(host)) ?? refusedPort(url);
  return reason === null ? { ok: true, url, name: isName ? host : null, isLoopback: false } : refused(reason);
}

/**
 * Why a name may not be spoken to that has these addresses, as DNS answers write them; null: it may. Its addresses are
 * told to nobody: they may be those of the network this runs in.
 */
export function refusedAnswer(name: string, addresses: readonly string[]): string | null {
  if (addresses.length === 0) return `the name ${name} has no address`;
  for (const text of addresses) {
    const address = readIpAddress(text);
    const problem = address === null ? 'no address that can be read' : nonPublic(address);
    if (problem !== null) return `the name ${name} leads to ${problem}; only public addresses are spoken to`;
  }
  return null;
}

const refused = (reason: string): Guarded => ({ ok: false, reason });

const unbracketed = (host: string): string => host.replace(/^\[(.*)\]$/, '$1');

function refusedAddress(host: string): string | null {
  const address = readIpAddress(unbracketed(host));
  const problem = address === null ? 'no address' : nonPublic(address);
  return problem === null ? null : `${host} is ${problem}; only public addresses are spoken to`;
}

function refusedName(host: string): string | null {
  if (host.endsWith('.')) return `the name ${host} ends in a dot; leave it out`;
  if (LOCAL_NAME.test(host)) return `${host} is a name of a local network; only public names are spoken to`;
  if (!host.includes('.')) return `${host} is no public name; give the whole name of the host`;
  if (host.length > MAX_NAME_CHARACTERS)
    return `a name of ${host.length} characters is no name of a host; ${MAX_NAME_CHARACTERS} are the most`;
  return /^[a-z\d_-]{1,63}(\.[a-z\d_-]{1,63})+$/.test(host) ? null : `${host} is no name of a host`;
}

const refusedPort = ({ port, hostname }: URL): string | null =>
  port !== '' && isClosedPort(Number(port))
    ? `port ${port} of ${hostname} is not one of a web server; only 443, 80 and ports from 1024 are spoken to`
    : null;
