import type { EpochMs, Labels } from '../job';
import type { Hook } from './hook';
import type { Parcel } from './parcel';

/**
 * The headers of one try. Standard Webhooks (https://www.standardwebhooks.com) headers always: `webhook-id` is the
 * announcement's, `webhook-signature` is "v1," and the base64 HMAC-SHA256 of "id.timestamp.body". Besides, the dialect's own,
 * and the hook's, of which only `User-Agent` takes the place of one of ours.
 */
export async function headersOf(
  { announcementId, told }: Parcel,
  { headers }: Pick<Hook, 'headers'>,
  secret: string,
  now: EpochMs,
): Promise<Labels> {
  const key = await crypto.subtle.importKey('raw', keyBytes(secret), HMAC, false, ['sign']);
  const seconds = String(Math.floor(now / 1000));
  const standard = await hmac(key, `${announcementId}.${seconds}.${told.body}`);
  const { signatureHeader, timestampHeader } = told;
  const { 'User-Agent': agent = 'Quarry-Webhooks/1', ...ofDialect } = told.headers;
  const own = {
    'Content-Type': 'application/json',
    ...ofDialect,
    ...(timestampHeader === null ? {} : { [timestampHeader]: seconds }),
    ...(signatureHeader === null
      ? {}
      : { [signatureHeader.name]: signatureHeader.prefix + toHex(await hmac(await vendorKey(secret), told.body)) }),
    'webhook-id': announcementId,
    'webhook-timestamp': seconds,
    'webhook-signature': `v1,${btoa(String.fromCharCode(...standard))}`,
  };
  return merged({ 'User-Agent': agent }, headers, own);
}

/** The later one wins, also where names differ in case alone: those would be sent as one header of both values. */
function merged(...all: readonly Labels[]): Labels {
  const byName = new Map<string, readonly [string, string]>();
  for (const [name, value] of all.flatMap((headers) => Object.entries(headers)))
    byName.set(name.toLowerCase(), [name, value]);
  return Object.fromEntries(byName.values());
}

const HMAC = { name: 'HMAC', hash: 'SHA-256' } as const;

const hmac = async (key: CryptoKey, text: string): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.sign(HMAC, key, new TextEncoder().encode(text)));

/** The vendors sign with the secret as it is written. */
const vendorKey = (secret: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', new TextEncoder().encode(secret), HMAC, false, ['sign']);

/** "whsec_" and base64 stand for bytes, as Standard Webhooks writes secrets; any other text is its own bytes. */
export function keyBytes(secret: string): Uint8Array<ArrayBuffer> {
  const base64 = /^whsec_([A-Za-z0-9+/]{16,}={0,2})$/.exec(secret)?.[1];
  if (base64 === undefined || base64.length % 4 !== 0) return new Uint8Array(new TextEncoder().encode(secret));
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

const toHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
