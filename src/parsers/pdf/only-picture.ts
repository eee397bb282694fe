import { textAt } from './find-bytes';
import { inflate } from './inflate';
import { type Matrix, matrixOf, multiplied } from './matrix';
import { findPage, type PageObject } from './page-object';
import type { PdfObjects, PdfStream } from './pdf-objects';
import { createValueReader, Operator, type PdfValue } from './pdf-values';

/** A picture that is all that a page shows. */
export interface OnlyPicture {
  readonly stream: PdfStream;
  readonly page: PageObject;
  /** From the picture's square, 1 by 1 from its lower left corner, to the page. */
  readonly matrix: Matrix;
}

/** Bytes of what draws a page of one picture, at most, when inflated. */
const MAX_CONTENT_BYTES = 100_000;

/**
 * What draws nothing by itself: state, places, marks, and text that is not painted because it is only to be searched
 * (ISO 32000-1, annex A).
 */
const SILENT = new Set(
  'q Q cm w J j M d ri i gs g G rg RG k K cs CS sc scn SC SCN m l c v y h re W W* n BMC BDC EMC MP DP BX EX BT ET Tc Tw Tz TL Tf Tr Ts Td TD Tm T*'.split(
    ' ',
  ),
);
/** How a colour that is black is chosen: what a mask is painted with, unless another one is. */
const FILLS = new Set(['g', 'rg', 'k', 'cs', 'sc', 'scn']);
const BLACK = new Set(['0 g', '0 0 0 rg', '0 0 0 1 k']);
const SHOWS_TEXT = new Set(['Tj', 'TJ', "'", '"']);
const NOT_PAINTED = 3;

/**
 * The picture of a page that shows nothing but one picture, as scans do; null for any other page, and where this cannot be
 * told. `number`: 1-based.
 */
export async function onlyPicture(objects: PdfObjects, number: number): Promise<OnlyPicture | null> {
  const page = findPage(objects, number);
  if (page === null || page.annotations.length > 0) return null;
  const content = await contentOf(objects, page);
  const drawn = content === null ? null : drawnPicture(content);
  if (drawn === null) return null;
  const reference = xObjectOf(objects, page, drawn.name);
  const stream = objects.streamOf(reference);
  if (stream === null || objects.resolve(stream.dictionary.get('/Subtype')) !== '/Image') return null;
  const isMask = objects.resolve(stream.dictionary.get('/ImageMask')) === true;
  return isMask && !drawn.isBlack ? null : { stream, page, matrix: drawn.matrix };
}

function xObjectOf(objects: PdfObjects, { resources }: PageObject, name: string): PdfValue {
  const named = objects.entryOf(resources, '/XObject');
  return named instanceof Map ? (named.get(name) ?? null) : null;
}

async function contentOf(objects: PdfObjects, { contents }: PageObject): Promise<string | null> {
  const whole = objects.resolve(contents);
  const pieces = Array.isArray(whole) ? whole : [contents];
  let text = '';
  for (const piece of pieces) {
    const stream = objects.streamOf(piece);
    const bytes = stream === null ? null : await unpacked(objects, stream, MAX_CONTENT_BYTES);
    if (bytes === null || text.length + bytes.length > MAX_CONTENT_BYTES) return null;
    text += `${textAt(bytes, 0, bytes.length)}\n`;
  }
  return text;
}

/** The bytes of a stream; null where they are packed otherwise than with zlib, or longer than `limit`. */
async function unpacked(objects: PdfObjects, stream: PdfStream, limit: number): Promise<Uint8Array | null> {
  const filter = objects.resolve(stream.dictionary.get('/Filter'));
  const filters = Array.isArray(filter) ? filter : filter === null ? [] : [filter];
  if (filters.length === 0) return stream.bytes.length > limit ? null : stream.bytes;
  const isZlib = filters.length === 1 && objects.resolve(filters[0]) === '/FlateDecode';
  return isZlib ? inflate(stream.bytes, limit) : null;
}

interface Drawn {
  readonly name: string;
  readonly matrix: Matrix;
  /** Whether no other colour was chosen before. */
  readonly isBlack: boolean;
}

const UNMOVED: Matrix = [1, 0, 0, 1, 0, 0];

function drawnPicture(content: string): Drawn | null {
  const reader = createValueReader(content);
  const saved: { matrix: Matrix; textMode: number }[] = [];
  let state = { matrix: UNMOVED, textMode: 0 };
  let operands: PdfValue[] = [];
  let drawn: Drawn | null = null;
  let isBlack = true;
  for (let value = reader.next(); value !== undefined; value = reader.next()) {
    if (!(value instanceof Operator)) {
      operands.push(value);
      continue;
    }
    const { name } = value;
    if (name === 'Do') {
      const [picture] = operands;
      if (drawn !== null || typeof picture !== 'string') return null;
      drawn = { name: picture, matrix: state.matrix, isBlack };
    } else if (!SILENT.has(name) && !(SHOWS_TEXT.has(name) && state.textMode === NOT_PAINTED)) return null;
    if (FILLS.has(name) && !BLACK.has([...operands, name].join(' '))) isBlack = false;
    if (name === 'q') saved.push(state);
    if (name === 'Q') state = saved.pop() ?? state;
    if (name === 'cm') state = { ...state, matrix: multiplied(matrixOf(operands.map(Number)), state.matrix) };
    if (name === 'Tr') state = { ...state, textMode: Number(operands[0]) };
    operands = [];
  }
  return reader.at() < content.trimEnd().length ? null : drawn;
}
