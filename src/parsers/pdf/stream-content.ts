import { constants, inflateSync } from 'node:zlib';
import { unpackLzw } from '../image/lzw';
import { inflateUpTo } from '../inflate-up-to';
import { joinBytes } from '../join-bytes';
import type { PdfObjects, PdfStream } from './pdf-objects';

/** `limit`: there is more than was asked for. `unknown`: it is packed in a way that is not known here. */
export type StreamContent = Uint8Array | 'limit' | 'unknown';

type Unpack = (bytes: Uint8Array, limit: number) => StreamContent | Promise<StreamContent>;

/** How text and instructions are packed (ISO 32000-1, 7.4), by long and short name. Pictures have ways of their own. */
const FILTERS: Readonly<Record<string, Unpack>> = {
  '/FlateDecode': inflated,
  '/Fl': inflated,
  '/LZWDecode': unpackedLzw,
  '/LZW': unpackedLzw,
  '/ASCIIHexDecode': fromHex,
  '/AHx': fromHex,
  '/ASCII85Decode': from85,
  '/A85': from85,
  '/RunLengthDecode': fromRuns,
  '/RL': fromRuns,
  // Locked otherwise than the rest of the file: nobody does that to what is drawn.
  '/Crypt': () => 'limit',
};

/** Filters one behind the other; nobody needs more. */
const MAX_FILTERS = 8;
/** The platform counts the room that is taken, not the bytes in it. */
const SLACK = 256 * 1024;

/** What a stream holds, unpacked up to `limit` bytes at every step. What comes before an error is kept, as readers of PDF do. */
export async function streamContent(
  objects: Pick<PdfObjects, 'resolve'>,
  { dictionary, bytes }: PdfStream,
  limit: number,
): Promise<StreamContent> {
  const named = objects.resolve(dictionary.get('/Filter') ?? dictionary.get('/F'));
  const filters = Array.isArray(named) ? named.map((filter) => objects.resolve(filter)) : named === null ? [] : [named];
  if (filters.length > MAX_FILTERS) return 'limit';
  let content: Uint8Array = bytes;
  for (const filter of filters) {
    const unpack = typeof filter === 'string' && Object.hasOwn(FILTERS, filter) ? FILTERS[filter] : undefined;
    const next = unpack === undefined ? 'unknown' : await unpack(content, limit);
    if (typeof next === 'string') return next;
    content = next;
  }
  return content.length > limit ? 'limit' : content;
}

async function inflated(bytes: Uint8Array, limit: number): Promise<StreamContent> {
  const { bytes: found, end } = await inflateUpTo(bytes, 'deflate', limit);
  if (end === 'limit') return 'limit';
  return end === 'damaged' && found.length === 0 ? inflatedWithoutEnd(bytes, limit) : found;
}

/** Of a stream that stops before its end, which some programs write without the sum of its bytes. */
function inflatedWithoutEnd(bytes: Uint8Array, limit: number): StreamContent {
  try {
    const found = inflateSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: limit + SLACK });
    return found.length > limit ? 'limit' : new Uint8Array(found);
  } catch (error) {
    return error instanceof RangeError ? 'limit' : 'unknown';
  }
}

/** Its end is not told beforehand: as much is asked for as there may be. */
function unpackedLzw(bytes: Uint8Array, limit: number): StreamContent {
  for (let length = Math.min(limit, 4 * bytes.length); length > 0; length = Math.floor(length / 2)) {
    const found = unpackLzw(bytes, 8, length, 'highest-first');
    if (found !== null) return length === limit ? 'limit' : found;
  }
  return 'unknown';
}

function fromHex(bytes: Uint8Array): StreamContent {
  const found = new Uint8Array(Math.ceil(bytes.length / 2));
  let digits = 0;
  for (const byte of bytes) {
    if (byte === 0x3e) break;
    const digit = Number.parseInt(String.fromCharCode(byte), 16);
    if (Number.isNaN(digit)) continue;
    found[digits >> 1] = (found[digits >> 1] ?? 0) | (digits % 2 === 0 ? digit << 4 : digit);
    digits += 1;
  }
  return found.subarray(0, Math.ceil(digits / 2));
}

function from85(bytes: Uint8Array, limit: number): StreamContent {
  const found: number[] = [];
  let [held, count] = [0, 0];
  const put = (kept: number): void => {
    for (let place = 0; place < kept; place += 1) found.push(Math.floor(held / 256 ** (3 - place)) % 256);
    [held, count] = [0, 0];
  };
  for (const byte of bytes) {
    if (byte === 0x7e || found.length > limit) break;
    if (byte === 0x7a && count === 0) put(4);
    else if (byte >= 0x21 && byte <= 0x75) {
      held = held * 85 + byte - 0x21;
      count += 1;
      if (count === 5) put(4);
    }
  }
  if (count > 1) {
    const kept = count - 1;
    for (; count < 5; count += 1) held = held * 85 + 84;
    put(kept);
  }
  return found.length > limit ? 'limit' : Uint8Array.from(found);
}

function fromRuns(bytes: Uint8Array, limit: number): StreamContent {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let at = 0; at < bytes.length && bytes[at] !== 128; ) {
    const code = bytes[at] ?? 128;
    const part =
      code < 128 ? bytes.subarray(at + 1, at + 2 + code) : new Uint8Array(257 - code).fill(bytes[at + 1] ?? 0);
    length += part.length;
    if (length > limit) return 'limit';
    parts.push(part);
    at += code < 128 ? code + 2 : 2;
  }
  return joinBytes(parts);
}
