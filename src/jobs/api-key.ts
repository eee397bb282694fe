/**
 * How a key is written: `tlnc_live_`, a token of 256 random bits in base64url, and six digits of base 62 that check it.
 * The start is what scanners for leaked secrets look for, the check tells them and us a key from a text like one.
 */
const START = 'tlnc_live_';
const WRITTEN = /^(tlnc_live_[\w-]{43})([0-9A-Za-z]{6})$/;
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Characters of a key that may be shown: the start and four that tell keys apart. */
const SHOWN = START.length + 4;

export function writeApiKey(token: string): string {
  const key = START + token;
  return key + checkOf(key);
}

/** What may be shown of a key for good. */
export const shownOf = (key: string): string => key.slice(0, SHOWN);

/** Whether a text is written like a key, and its check fails: letters of it were changed on the way. */
export function isMistyped(text: string): boolean {
  const [, key, check] = WRITTEN.exec(text) ?? [];
  return key !== undefined && check !== checkOf(key);
}

function checkOf(key: string): string {
  let rest = crc32(key);
  let check = '';
  for (let place = 0; place < 6; place += 1) {
    check = DIGITS.charAt(rest % 62) + check;
    rest = Math.floor(rest / 62);
  }
  return check;
}

/** CRC-32 as in ISO 3309, of a text of plain letters. */
function crc32(text: string): number {
  let sum = 0xffffffff;
  for (const letter of text) {
    sum ^= letter.charCodeAt(0);
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}
