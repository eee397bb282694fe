import { unpackLzwUpTo } from '../image/lzw';
import { inflateUpTo } from '../inflate-up-to';
import type { PdfObjects, PdfStream } from './pdf-objects';
import type { Dictionary, PdfValue } from './pdf-values';
import { unpredicted } from './unpredicted';

/** `limit`: there is more than was asked for. `unknown`: it is packed in a way that is not known here. */
export type StreamContent = Uint8Array | 'limit' | 'unknown';

/** `term`: a number of the filter's parameters. */
type Unpack = (bytes: Uint8Array, limit: number, term: Term) => StreamContent | Promise<StreamContent>;
type Term = (name: string, otherwise: number) => number;

/** How text and instructions are packed (ISO 32000-1, 7.4), by long and short name. Pictures have ways of their own. */
const FILTERS: Readonly<Record<string, readonly Unpack[]>> = {
  '/FlateDecode': [inflated, plain],
  '/Fl': [inflated, plain],
  '/LZWDecode': [unpackedLzw, plain],
  '/LZW': [unpackedLzw, plain],
  '/ASCIIHexDecode': [fromHex],
  '/AHx': [fromHex],
  '/ASCII85Decode': [from85],
  '/A85': [from85],
  '/RunLengthDecode': [fromRuns],
  '/RL': [fromRuns],
  // Locked otherwise than the rest of the file: nobody does that to what is drawn.
  '/Crypt': [() => 'limit'],
};

/** Filters one behind the other; nobody needs more. */
const MAX_FILTERS = 8;

/** What a stream holds, unpacked up to `limit` bytes at every step. What comes before an error is kept, as readers of PDF do. */
export async function streamContent(
  objects: Pick<PdfObjects, 'resolve' | 'entryOf'>,
  stream: PdfStream,
  limit: number,
): Promise<StreamContent> {
  let content: StreamContent = 'unknown';
  for await (const layer of layersOf(objects, stream, limit)) content = layer;
  return typeof content !== 'string' && content.length > limit ? 'limit' : content;
}

/**
 * The bytes of a stream as they lie in the file, and what is left of them after each of its filters; the last is its
 * content, or a word where it goes no further. Readers of PDF take what lies deeper where they make nothing of a filter.
 */
export async function* layersOf(
  objects: Pick<PdfObjects, 'resolve' | 'entryOf'>,
  { dictionary, bytes }: PdfStream,
  limit: number,
): AsyncGenerator<StreamContent> {
  const filters = filtersOf(objects, dictionary);
  if (filters.length > MAX_FILTERS) {
    yield 'limit';
    return;
  }
  let layer: StreamContent = bytes;
  yield layer;
  for (const { name, term } of filters) {
    const steps = typeof name === 'string' && Object.hasOwn(FILTERS, name) ? FILTERS[name] : undefined;
    for (const unpack of steps ?? [() => 'unknown' as const]) {
      const before: Uint8Array = layer;
      layer = await unpack(before, limit, term);
      if (layer !== before) yield layer;
      if (typeof layer === 'string') return;
    }
  }
}

interface Filter {
  readonly name: PdfValue;
  readonly term: Term;
}

/** Parameters stand in a list where the filters do, and nowhere else. */
function filtersOf(objects: Pick<PdfObjects, 'resolve' | 'entryOf'>, dictionary: Dictionary): Filter[] {
  const named = objects.resolve(dictionary.get('/Filter') ?? dictionary.get('/F'));
  const terms = objects.resolve(dictionary.get('/DecodeParms'));
  const filter = (value: PdfValue, ownTerms: PdfValue | undefined): Filter => ({
    name: objects.resolve(value),
    term(name, otherwise) {
      const said = objects.entryOf(ownTerms, name);
      return typeof said === 'number' ? Math.trunc(said) : otherwise;
    },
  });
  if (!Array.isArray(named)) return named === null ? [] : [filter(named, terms)];
  return named.map((one, index) => filter(one, Array.isArray(terms) ? terms[index] : null));
}

async function inflated(bytes: Uint8Array, limit: number): Promise<StreamContent> {
  const { bytes: found, end } = await inflateUpTo(bytes, 'deflate', limit);
  if (end === 'limit') return 'limit';
  return end === 'damaged' && found.length === 0 ? 'unknown' : found;
}

/** Rows that were made differences of those before them, as they were. */
function plain(bytes: Uint8Array, _limit: number, term: Term): StreamContent {
  const [colors, bits, columns] = [term('/Colors', 1), term('/BitsPerComponent', 8), term('/Columns', 1)];
  return unpredicted(bytes, { predictor: term('/Predictor', 1), colors, bits, columns });
}

/** How much there is is not told beforehand: more and more is asked for. */
function unpackedLzw(bytes: Uint8Array, limit: number, term: Term): StreamContent {
  const early = term('/EarlyChange', 1) === 0 ? 0 : 1;
  for (let length = 4 * bytes.length; ; length *= 4) {
    const { found, isDamaged } = unpackLzwUpTo(bytes, 8, Math.min(length, limit + 1), 'highest-first', early);
    // Readers go on behind a code that is none, each in its own way.
    if (found.length > limit || isDamaged) return 'limit';
    if (found.length < length) return found;
  }
}

/** Of each byte the digit that it is; no digit is as large as what the others are. */
const NO_DIGIT = 16;
const HEX = Uint8Array.from({ length: 256 }, (_, byte) => {
  const digit = Number.parseInt(String.fromCharCode(byte), 16);
  return Number.isNaN(digit) ? NO_DIGIT : digit;
});

function fromHex(bytes: Uint8Array): StreamContent {
  const found = new Uint8Array(Math.ceil(bytes.length / 2));
  let digits = 0;
  for (const byte of bytes) {
    if (byte === 0x3e) break;
    const digit = HEX[byte] ?? NO_DIGIT;
    if (digit === NO_DIGIT) continue;
    found[digits >> 1] = (found[digits >> 1] ?? 0) | (digits % 2 === 0 ? digit << 4 : digit);
    digits += 1;
  }
  return found.subarray(0, Math.ceil(digits / 2));
}

/** Blanks between the digits; anything else that is none ends them. */
const BLANKS_BETWEEN = new Set([0x09, 0x0a, 0x0d, 0x20]);
const [FOUR_ZEROS, FIRST_DIGIT, LAST_DIGIT] = [0x7a, 0x21, 0x75];

function from85(bytes: Uint8Array, limit: number): StreamContent {
  const zeros = bytes.reduce((sum, byte) => sum + (byte === FOUR_ZEROS ? 1 : 0), 0);
  const found = new Uint8Array(Math.min(limit + 4, 4 * zeros + 4 * Math.ceil((bytes.length - zeros) / 5)));
  let length = 0;
  let held = 0;
  let count = 0;
  const put = (kept: number): void => {
    for (let place = 0; place < kept; place += 1) found[length + place] = Math.floor(held / 256 ** (3 - place));
    length += kept;
    held = 0;
    count = 0;
  };
  for (const byte of bytes) {
    if (length > limit) return 'limit';
    if (BLANKS_BETWEEN.has(byte)) continue;
    if (byte === FOUR_ZEROS && count === 0) put(4);
    else if (byte < FIRST_DIGIT || byte > LAST_DIGIT) break;
    else {
      held = held * 85 + byte - FIRST_DIGIT;
      count += 1;
      if (count === 5) put(4);
    }
  }
  if (count > 1) {
    const kept = count - 1;
    for (; count < 5; count += 1) held = held * 85 + 84;
    put(kept);
  }
  return length > limit ? 'limit' : found.subarray(0, length);
}

function fromRuns(bytes: Uint8Array, limit: number): StreamContent {
  let length = 0;
  eachRun(bytes, (_at, ofRun) => {
    length += ofRun;
  });
  if (length > limit) return 'limit';
  const found = new Uint8Array(length);
  let filled = 0;
  eachRun(bytes, (at, ofRun, isCopied) => {
    if (isCopied) for (let index = 0; index < ofRun; index += 1) found[filled + index] = bytes[at + index] ?? 0;
    else found.fill(bytes[at] ?? 0, filled, filled + ofRun);
    filled += ofRun;
  });
  return found;
}

/** Runs of bytes as they stand from a place on, or of the one there so many times. */
function eachRun(bytes: Uint8Array, take: (at: number, length: number, isCopied: boolean) => void): void {
  for (let at = 0; at < bytes.length && bytes[at] !== 128; ) {
    const code = bytes[at] ?? 128;
    const isCopied = code < 128;
    take(at + 1, isCopied ? Math.min(code + 1, bytes.length - at - 1) : 257 - code, isCopied);
    at += isCopied ? code + 2 : 2;
  }
}
