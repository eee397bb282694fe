import { Buffer } from 'node:buffer';
import { constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';

/** Bytes of the piece that is packed once and then said again and again. */
const PIECE_BYTES = 1024 * 1024;

/** Characters as bytes of the same numbers. */
export const bytesOf = (text) => new Uint8Array(Buffer.from(text, 'latin1'));

export function joined(parts) {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export const little = (value, bytes) =>
  Uint8Array.from({ length: bytes }, (_, index) => Math.floor(value / 256 ** index) % 256);
export const big = (value, bytes) => little(value, bytes).reverse();

const pieces = new Map();

/** `text` over and over until a mebibyte is full, packed. */
function pieceOf(text) {
  const known = pieces.get(text);
  if (known !== undefined) return known;
  const unit = bytesOf(text);
  const piece = new Uint8Array(PIECE_BYTES - (PIECE_BYTES % unit.length));
  for (let at = 0; at < piece.length; at += unit.length) piece.set(unit, at);
  const packed = deflateRawSync(piece, { finishFlush: constants.Z_SYNC_FLUSH });
  pieces.set(text, packed);
  return packed;
}

/** What a bare deflate stream may begin with. */
export const rawStart = (text) => deflateRawSync(bytesOf(text), { finishFlush: constants.Z_SYNC_FLUSH });

/** A bare deflate stream of so many mebibytes of `text`, made without ever holding them. */
export function rawBomb(mebibytes, text = '\0') {
  return joined([...Array(mebibytes).fill(pieceOf(text)), Uint8Array.of(3, 0)]);
}

/** The same as a zlib stream, its checksum a lie. */
export const zlibBomb = (mebibytes, text) => joined([Uint8Array.of(0x78, 0xda), rawBomb(mebibytes, text), big(1, 4)]);

/** The same as a gzip file, its checksum a lie. */
export const gzipBomb = (mebibytes, text) =>
  joined([
    Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 3),
    rawBomb(mebibytes, text),
    little(0, 4),
    little(mebibytes * PIECE_BYTES, 4),
  ]);

/** Bytes from `least` on in no order; from 192 on letters that no language writes so. */
export const noise = (length, least) =>
  Uint8Array.from({ length }, (_, index) => least + ((index * index * 7 + (index >> 3)) % (256 - least)));

export const zlib = (bytes) => new Uint8Array(deflateSync(bytes));
export const deflated = (bytes) => new Uint8Array(deflateRawSync(bytes));
export const gzip = (bytes) => new Uint8Array(gzipSync(bytes));
