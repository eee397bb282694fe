import { guessEncoding } from './encoding/guess-encoding';
import { decodeSingleByte } from './encoding/single-byte';

/** Bytes looked at to tell UTF-16 without a byte order mark. */
const SAMPLE_BYTES = 2048;
/** Of ten characters beyond ASCII one may be broken, and the text is still UTF-8. */
const MAX_BROKEN_SHARE = 0.1;

/**
 * Text of bytes: a byte order mark decides; then what the text itself declares (a charset as MIME, HTML and XML spell
 * it); then UTF-16 if every second byte is mostly zero; then UTF-8, a few broken characters forgiven; else the
 * single-byte encoding that makes most sense of it. Never throws. The mark itself is dropped.
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): string {
  const marked = markOf(bytes);
  if (marked !== null) return new TextDecoder(marked).decode(bytes);
  if (declared !== null && !/^utf-?(?:8|16)/i.test(declared)) {
    const text = decodeAs(bytes, declared);
    if (text !== null) return text;
  }
  const wide = wideEncodingOf(bytes);
  if (wide !== null) return new TextDecoder(wide).decode(bytes);
  const text = new TextDecoder('utf-8').decode(bytes);
  return isMostlyWhole(text) ? text : decodeSingleByte(bytes, guessEncoding(bytes));
}

/** Whether the bytes are said to be UTF-16 or some UTF by their mark, or look like UTF-16. */
export const isMarkedOrWide = (bytes: Uint8Array): boolean => markOf(bytes) !== null || wideEncodingOf(bytes) !== null;

function decodeAs(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return null;
  }
}

function isMostlyWhole(text: string): boolean {
  if (!text.includes('\ufffd')) return true;
  let broken = 0;
  let beyondAscii = 0;
  for (const char of text) {
    if (char > '\x7f') beyondAscii += 1;
    if (char === '\ufffd') broken += 1;
  }
  return broken <= MAX_BROKEN_SHARE * beyondAscii;
}

function markOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function wideEncodingOf(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  if (sample.length < 4) return null;
  let even = 0;
  let odd = 0;
  sample.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  });
  const half = sample.length / 2;
  if (odd > half * 0.4 && even < half * 0.05) return 'utf-16le';
  if (even > half * 0.4 && odd < half * 0.05) return 'utf-16be';
  return null;
}
