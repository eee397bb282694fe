import { textAt } from './find-bytes';
import { type Matrix, matrixOf, multiplied } from './matrix';
import { coveredBy, createPath, type Sheet, stretchOf } from './painted-area';
import { PAINTS, type PaintingState, PLAIN_FILLS, PLAIN_STROKES, startState } from './painting-state';
import type { PdfObjects } from './pdf-objects';
import { createValueReader, Operator, type PdfValue, Reference, type ValueReader } from './pdf-values';
import { streamContent } from './stream-content';

/** Bytes of instructions of one piece that are looked at. */
const MAX_CONTENT_BYTES = 4 * 1024 * 1024;
/** Forms, masks and letters in one another. */
const MAX_DEPTH = 12;
/** In painted pixels, as measured: what an instruction takes, a form or picture, a letter; a pixel of a gradient. */
const INSTRUCTION = 300;
const THING = 2_000;
const LETTER = 400;
const GRADIENT = 10;
/** Surfaces of the sheet's size that a group is painted on. */
const GROUP_SURFACES = 2;

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** What is painted: streams of instructions, the resources they name things in, from its space to the sheet's. */
export interface Painting {
  readonly pieces: readonly PdfValue[];
  readonly resources: PdfValue;
  readonly matrix: Matrix;
}

/** `nothing`: there is nothing to be seen. `too-much`: more than the limit, or more than can be told. */
export type Painted = 'nothing' | 'within' | 'too-much';

/**
 * Whether to paint these takes no more than `limit`, in plain pixels painted; it does not where patterns are painted with,
 * whose tiles are without number. Takes no longer than the limit allows, whatever they hold.
 */
export async function paintingCost(
  objects: PdfObjects,
  paintings: readonly Painting[],
  sheet: Sheet,
  limit: number,
): Promise<Painted> {
  let left = limit;
  let isSeen = false;
  const contents = new Map<number, string | null>();
  const whole = sheet.width * sheet.height;
  const spend = (cost: number): void => {
    left -= cost;
    if (!(left >= 0)) throw new TooMuch();
  };
  const paintPixels = (pixels: number): void => {
    isSeen = true;
    spend(pixels);
  };

  async function textOf(piece: PdfValue): Promise<string> {
    const known = piece instanceof Reference ? contents.get(piece.number) : undefined;
    if (typeof known === 'string') return known;
    const stream = objects.streamOf(piece);
    const content = stream === null ? new Uint8Array() : await streamContent(objects, stream, MAX_CONTENT_BYTES);
    if (typeof content === 'string') throw new TooMuch();
    const text = textAt(content, 0, content.length);
    if (piece instanceof Reference) contents.set(piece.number, text);
    return text;
  }

  async function paint({ pieces, resources, matrix }: Painting, depth: number): Promise<void> {
    if (depth > MAX_DEPTH) throw new TooMuch();
    let text = '';
    for (const piece of pieces) text += `${await textOf(piece)}\n`;
    const reader = createValueReader(text);
    const named = (kind: string, name: PdfValue | undefined): PdfValue => {
      const things = objects.entryOf(resources, kind);
      return things instanceof Map && typeof name === 'string' ? (things.get(name) ?? null) : null;
    };
    const saved: PaintingState[] = [];
    let state = startState(matrix);
    let path = createPath(sheet);
    let operands: PdfValue[] = [];
    for (let value = nextOf(reader, text); value !== undefined; value = nextOf(reader, text)) {
      spend(INSTRUCTION);
      if (!(value instanceof Operator)) {
        operands.push(value);
        continue;
      }
      const { name } = value;
      const painted = Object.hasOwn(PAINTS, name) ? PAINTS[name] : undefined;
      const numbers = operands.map(Number);
      const last = operands.at(-1);
      if (name === 'q') saved.push(state);
      else if (name === 'Q') state = saved.pop() ?? state;
      else if (name === 'cm') state = { ...state, matrix: multiplied(matrixOf(numbers), state.matrix) };
      else if (name === 'w') state = { ...state, lineWidth: numbers[0] ?? 1 };
      else if ('mlcvy'.includes(name) && name !== '') path.add(state.matrix, numbers);
      else if (name === 're') {
        const [x = 0, y = 0, across = 0, up = 0] = numbers;
        path.add(state.matrix, [x, y, x + across, y, x + across, y + up, x, y + up]);
      } else if (painted !== undefined) {
        const width = Math.abs(state.lineWidth) * stretchOf(state.matrix);
        if (!path.isEmpty) spend(state.mask);
        if (painted.fills) paintPixels(path.filled() * state.fill);
        if (painted.strokes) paintPixels(path.stroked(width) * state.stroke);
        path = createPath(sheet);
      } else if (PLAIN_FILLS.has(name)) state = { ...state, fill: 1 };
      else if (PLAIN_STROKES.has(name)) state = { ...state, stroke: 1 };
      else if (name === 'scn') state = { ...state, fill: paintOf(named('/Pattern', last), last) };
      else if (name === 'SCN') state = { ...state, stroke: paintOf(named('/Pattern', last), last) };
      else if (name === 'sh') paintPixels(whole * shadingCost(named('/Shading', last)) + state.mask);
      else if (name === 'gs') {
        const mask = objects.entryOf(named('/ExtGState', last), '/SMask');
        if (mask === '/None') state = { ...state, mask: 0 };
        else if (mask instanceof Map) {
          const before = left;
          await paintForm(mask.get('/G'), resources, state.matrix, depth);
          state = { ...state, mask: before - left + GROUP_SURFACES * whole };
        }
      } else if (name === 'Do') {
        spend(state.mask);
        const thing = named('/XObject', last);
        const subtype = objects.entryOf(thing, '/Subtype');
        if (subtype === '/Form') await paintForm(thing, resources, state.matrix, depth);
        else if (subtype !== null) paintPixels(THING + pixelsOf(thing) + coveredBy(sheet, state.matrix, [0, 0, 1, 1]));
      } else if (name === 'ID') {
        paintPixels(state.mask + coveredBy(sheet, state.matrix, [0, 0, 1, 1]));
        const end = /[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|$)/g;
        end.lastIndex = reader.at();
        reader.skipTo(end.exec(text) === null ? text.length : end.lastIndex);
      } else if (name === 'BT') state = { ...state, textStretch: 1 };
      else if (name === 'Tm') state = { ...state, textStretch: stretchOf(matrixOf(numbers)) };
      else if (name === 'Tz')
        state = { ...state, textStretch: state.textStretch * Math.max(1, (numbers[0] ?? 0) / 100) };
      else if (name === 'Tf') state = { ...state, font: named('/Font', operands[0]), fontSize: numbers[1] ?? 0 };
      else if (['Tj', 'TJ', "'", '"'].includes(name)) {
        const letters = lettersIn(operands);
        if (letters > 0) paintPixels(letters * (state.mask + (await letterCost(state, resources, depth))));
      }
      operands = [];
    }
  }

  async function paintForm(form: PdfValue | undefined, above: PdfValue, matrix: Matrix, depth: number): Promise<void> {
    spend(THING + (objects.entryOf(form, '/Group') === null ? 0 : GROUP_SURFACES * whole));
    const own = objects.entryOf(form, '/Matrix');
    await paint(
      {
        pieces: [form ?? null],
        resources: objects.entryOf(form, '/Resources') ?? above,
        matrix: Array.isArray(own) ? multiplied(matrixOf(own.map(Number)), matrix) : matrix,
      },
      depth + 1,
    );
  }

  /** One letter; of a font whose letters are instructions (ISO 32000-1, 9.6.5) the one that takes most. */
  async function letterCost(
    { font, fontSize, textStretch, matrix, fill }: PaintingState,
    above: PdfValue,
    depth: number,
  ): Promise<number> {
    const size = Math.abs(fontSize) * textStretch;
    const glyphs = objects.entryOf(font, '/CharProcs');
    if (!(glyphs instanceof Map)) return LETTER + Math.min(whole, (size * stretchOf(matrix)) ** 2) * fill;
    const own = objects.entryOf(font, '/FontMatrix');
    const scale = stretchOf(Array.isArray(own) ? matrixOf(own.map(Number)) : IDENTITY) * size;
    const resources = objects.entryOf(font, '/Resources') ?? above;
    let most = LETTER;
    for (const glyph of new Set(glyphs.values())) {
      const before = left;
      await paint({ pieces: [glyph], resources, matrix: multiplied([scale, 0, 0, scale, 0, 0], matrix) }, depth + 1);
      most = Math.max(most, before - left);
    }
    return most;
  }

  /** What a pixel of a pattern takes; the tiles of one that is tiled nobody can count. */
  function paintOf(pattern: PdfValue, name: PdfValue | undefined): number {
    if (typeof name !== 'string') return 1;
    return objects.entryOf(pattern, '/PatternType') === 2
      ? shadingCost(objects.entryOf(pattern, '/Shading'))
      : Infinity;
  }

  /** Gradients along a line or between circles are counted out once; others for each pixel or piece. */
  function shadingCost(shading: PdfValue): number {
    const type = objects.entryOf(shading, '/ShadingType');
    return type === 2 || type === 3 ? GRADIENT : Infinity;
  }

  function pixelsOf(image: PdfValue): number {
    const [width, height] = ['/Width', '/Height'].map((name) => Number(objects.entryOf(image, name)));
    return (width ?? 0) * (height ?? 0) * (objects.entryOf(image, '/SMask') === null ? 1 : 2);
  }

  try {
    for (const painting of paintings) await paint(painting, 0);
    return isSeen ? 'within' : 'nothing';
  } catch (error) {
    if (error instanceof TooMuch) return 'too-much';
    throw error;
  }
}

/** More than the limit, or more than can be told. */
class TooMuch extends Error {}

/** What cannot be read is passed by, as readers of PDF do. */
function nextOf(reader: ValueReader, text: string): PdfValue | undefined {
  for (;;) {
    const value = reader.next();
    if (value !== undefined || reader.at() >= text.length) return value;
    reader.skipTo(reader.at() + 1);
  }
}

function lettersIn(operands: readonly PdfValue[]): number {
  return operands.reduce<number>((sum, operand) => {
    if (operand instanceof Uint8Array) return sum + operand.length;
    return Array.isArray(operand) ? sum + lettersIn(operand) : sum;
  }, 0);
}
