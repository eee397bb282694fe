import { predicted } from '../image/png-rows';

/** How rows of numbers were made differences of those before them (ISO 32000-1, 7.4.4.4). */
export interface Prediction {
  readonly predictor: number;
  readonly colors: number;
  /** Of one colour. */
  readonly bits: number;
  readonly columns: number;
}

const TIFF = 2;
const PNG = 10;
/** Ways in which a row of a PNG says how it is to be read. */
const MAX_PNG_FILTER = 4;

/** Bytes as they were before; `limit` for a way that is not known here; `unknown` for one that there is not. */
export function unpredicted(bytes: Uint8Array, prediction: Prediction): Uint8Array | 'limit' | 'unknown' {
  const { predictor, colors, bits, columns } = prediction;
  if (predictor !== TIFF && !(predictor >= PNG)) return bytes;
  const row = Math.ceil((colors * bits * columns) / 8);
  if (!(row > 0 && Math.min(colors, bits, columns) > 0)) return 'unknown';
  const step = Math.ceil((colors * bits) / 8);
  if (predictor >= PNG) return fromPngRows(bytes, Math.min(row, bytes.length), step);
  return bits === 8 ? fromSums(bytes, Math.min(row, bytes.length), step) : 'limit';
}

function fromPngRows(bytes: Uint8Array, length: number, step: number): Uint8Array {
  const found = new Uint8Array(bytes.length);
  let filled = 0;
  for (let start = 0; start < bytes.length; start += 1 + length) {
    const filter = bytes[start] ?? 0;
    const end = Math.min(bytes.length, start + 1 + length);
    for (let at = start + 1; at < end; at += 1) {
      const left = at - start > step ? (found[filled - step] ?? 0) : 0;
      const up = found[filled - length] ?? 0;
      const corner = at - start > step ? (found[filled - length - step] ?? 0) : 0;
      const isKnown = filter > 0 && filter <= MAX_PNG_FILTER;
      found[filled] = (bytes[at] ?? 0) + (isKnown ? predicted(filter, left, up, corner) : 0);
      filled += 1;
    }
  }
  return found.subarray(0, filled);
}

function fromSums(bytes: Uint8Array, length: number, step: number): Uint8Array {
  const found = bytes.slice();
  for (let at = 0; at < found.length; at += 1)
    if (at % length >= step) found[at] = (found[at] ?? 0) + (found[at - step] ?? 0);
  return found;
}
