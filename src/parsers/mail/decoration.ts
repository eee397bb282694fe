/** Pictures in the text of a mail below this many bytes are logos, signs and counters. */
const MAX_DECORATION_BYTES = 50_000;

/** Whether a part of a mail is nothing to read: a small picture in its text, a signature. */
export function isDecoration(mediaType: string, bytes: Uint8Array, isInText: boolean): boolean {
  if (/pkcs7-signature|pgp-signature|pgp-keys/.test(mediaType)) return true;
  return mediaType.startsWith('image/') && isInText && bytes.length < MAX_DECORATION_BYTES;
}
