/** Bytes encoded at once, a multiple of three; their codes are the arguments of one call. */
const PIECE = 3 * 8192;

/** Standard base64, padded. */
export function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let start = 0; start < bytes.length; start += PIECE)
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(start, start + PIECE))));
  return pieces.join('');
}

/** The bytes that a text in standard base64 stands for, padded or not, spaces left out; null when it is none. */
export function fromBase64(text: string): Uint8Array | null {
  try {
    const binary = atob(text);
    const bytes = new Uint8Array(binary.length);
    for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
    return bytes;
  } catch {
    return null;
  }
}

/**
 * Whether encoding the bytes again gives the very text they were read from. The right length leaves no room for spaces,
 * and the last four characters tell the padding and the unused bits: nothing else can differ.
 */
export const isCanonical = (text: string, bytes: Uint8Array): boolean =>
  text.length === 4 * Math.ceil(bytes.length / 3) &&
  text.endsWith(toBase64(bytes.subarray(3 * Math.floor(Math.max(0, bytes.length - 1) / 3))));
