/**
 * Every id is a UUID, and can be spelt in three ways: plain, with a short prefix that says what it names ("ext-…"), and
 * for jobs in 21 letters and digits ("job_…"). A reader takes all of them, so that an id that one dialect gave is good in
 * every other.
 */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

const PLAIN = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const PREFIXED = /^[a-z]{2,4}-(?=[0-9a-f]{8}-)/i;
const SHORT = /^job_([\w-]{21})$/;

/** The UUID that an id spells; null when it spells none. */
export function readId(text: string): string | null {
  const short = SHORT.exec(text)?.[1];
  if (short !== undefined) return fromShort(short);
  const plain = text.replace(PREFIXED, '');
  return PLAIN.test(plain) ? plain.toLowerCase() : null;
}

/** "job_" and 21 characters: the 122 random bits of a version 4 UUID. */
export function shortJobId(uuid: string): string {
  const hex = uuid.replaceAll('-', '');
  const random = hex.slice(0, 12) + hex.slice(13, 16) + hex.slice(17);
  let bits = (BigInt(`0x${hex[16] ?? '0'}`) & 3n) * 2n ** 120n + BigInt(`0x${random}`);
  let text = '';
  for (let place = 0; place < 21; place += 1) {
    text = ALPHABET.charAt(Number(bits % 64n)) + text;
    bits /= 64n;
  }
  return `job_${text}`;
}

function fromShort(short: string): string | null {
  const bits = [...short].reduce((sum, letter) => sum * 64n + BigInt(ALPHABET.indexOf(letter)), 0n);
  const variant = bits / 2n ** 120n;
  if (variant > 3n) return null;
  const random = (bits % 2n ** 120n).toString(16).padStart(30, '0');
  const group = [random.slice(0, 8), random.slice(8, 12), `4${random.slice(12, 15)}`];
  return [...group, `${(8n + variant).toString(16)}${random.slice(15, 18)}`, random.slice(18)].join('-');
}
