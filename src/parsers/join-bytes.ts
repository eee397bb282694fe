/** Pieces one behind the other, cut to `length` bytes; what they do not fill is zero. */
export function joinBytes(pieces: readonly Uint8Array[], length = lengthOf(pieces)): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    const part = piece.subarray(0, length - at);
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Bytes of all pieces together. */
export const lengthOf = (pieces: readonly Uint8Array[]): number => pieces.reduce((sum, piece) => sum + piece.length, 0);
