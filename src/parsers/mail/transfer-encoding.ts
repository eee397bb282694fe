/** What the bytes of a part were written as, to travel as letters (RFC 2045, 6). Never throws; what fits nothing is passed by. */
export function decodeTransfer(bytes: Uint8Array, encoding: string): Uint8Array {
  if (encoding === 'base64') return decodeBase64(bytes);
  return encoding === 'quoted-printable' ? decodeQuotedPrintable(bytes) : bytes;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** Six bits by letter; below zero, as is whatever they are put together with: no letter of base64. */
const SIX_BITS = new Int8Array(256).fill(-1);
for (let value = 0; value < 64; value += 1) SIX_BITS[LETTERS.charCodeAt(value)] = value;

const [EQUALS, RETURN, NEWLINE] = [0x3d, 0x0d, 0x0a];

/** Each line may end in a padding of its own. */
export function decodeBase64(bytes: Uint8Array): Uint8Array {
  const decoded = new Uint8Array(Math.ceil((bytes.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let held = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if (bits === 0) {
      const fours = decodeFours(bytes, at, decoded, length);
      at += 4 * fours;
      length += 3 * fours;
    }
    const letter = bytes[at] ?? 0;
    const six = SIX_BITS[letter] ?? -1;
    if (six >= 0) {
      held = ((held << 6) | six) & 0xffffff;
      bits += 6;
      if (bits >= 8) {
        bits -= 8;
        decoded[length] = held >> bits;
        length += 1;
      }
    } else if (letter === EQUALS) bits = 0;
  }
  return decoded.subarray(0, length);
}

/**
 * Four letters make three bytes, and nearly all of a file is such fours: those that stand from here on, without the last
 * bytes of all, are decoded to where `to` is. How many they are.
 */
function decodeFours(bytes: Uint8Array, from: number, decoded: Uint8Array, to: number): number {
  let at = from;
  for (let length = to; at + 4 < bytes.length; at += 4, length += 3) {
    const first = SIX_BITS[bytes[at] ?? 0] ?? -1;
    const second = SIX_BITS[bytes[at + 1] ?? 0] ?? -1;
    const third = SIX_BITS[bytes[at + 2] ?? 0] ?? -1;
    const whole = (first << 18) | (second << 12) | (third << 6) | (SIX_BITS[bytes[at + 3] ?? 0] ?? -1);
    if (whole < 0) break;
    decoded[length] = whole >> 16;
    decoded[length + 1] = whole >> 8;
    decoded[length + 2] = whole;
  }
  return (at - from) / 4;
}

export function decodeQuotedPrintable(bytes: Uint8Array): Uint8Array {
  const decoded = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    let value = bytes[at] ?? 0;
    if (value === EQUALS) {
      const skipped = lineEnd(bytes, at + 1);
      if (skipped > 0) {
        at += skipped;
        continue;
      }
      const pair = 16 * hexDigit(bytes[at + 1]) + hexDigit(bytes[at + 2]);
      if (pair >= 0) {
        value = pair;
        at += 2;
      }
    }
    decoded[length] = value;
    length += 1;
  }
  return decoded.subarray(0, length);
}

/** Bytes of the line end that stands here; 0: none does. */
function lineEnd(bytes: Uint8Array, at: number): number {
  if (bytes[at] === NEWLINE) return 1;
  return bytes[at] === RETURN && bytes[at + 1] === NEWLINE ? 2 : 0;
}

/** So far below zero for anything else that a pair with it is too. */
function hexDigit(code = 0): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const small = code | 0x20;
  return small >= 0x61 && small <= 0x66 ? small - 0x61 + 10 : -1000;
}

/** One line of base64. */
export function encodeBase64(bytes: Uint8Array): Uint8Array {
  const encoded = new Uint8Array(4 * Math.ceil(bytes.length / 3)).fill(EQUALS);
  for (let at = 0, to = 0; at < bytes.length; at += 3, to += 4) {
    const [first = 0, second, third] = [bytes[at], bytes[at + 1], bytes[at + 2]];
    const whole = (first << 16) | ((second ?? 0) << 8) | (third ?? 0);
    encoded[to] = LETTERS.charCodeAt(whole >> 18);
    encoded[to + 1] = LETTERS.charCodeAt((whole >> 12) & 63);
    if (second !== undefined) encoded[to + 2] = LETTERS.charCodeAt((whole >> 6) & 63);
    if (third !== undefined) encoded[to + 3] = LETTERS.charCodeAt(whole & 63);
  }
  return encoded;
}
