import { createPath, type Sheet } from './painted-area';
import type { Painter, Painting, Scene } from './painter';
import { createPaintingBudget, TooMuch } from './painting-budget';
import { operationOf } from './painting-operators';
import { startState } from './painting-state';
import type { PdfObjects } from './pdf-objects';
import { createValueReader, Operator, type PdfValue, type ValueReader } from './pdf-values';
import { createPieceTexts, type PieceTexts } from './piece-texts';

/** Bytes of instructions of one piece that are looked at. */
const MAX_PIECE_BYTES = 4 * 1024 * 1024;
/** Forms, masks and letters in one another. */
const MAX_DEPTH = 12;
/** In painted pixels, as measured: what an instruction takes, and each value before it. */
const INSTRUCTION = 300;

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
  const budget = createPaintingBudget(limit);
  const texts = createPieceTexts(objects, MAX_PIECE_BYTES);
  const painter: Painter = {
    objects,
    sheet,
    whole: sheet.width * sheet.height,
    budget,
    paint: (painting, depth) => paint(painter, texts, painting, depth),
  };
  try {
    for (const painting of paintings) await painter.paint(painting, 0);
    return budget.isSeen ? 'within' : 'nothing';
  } catch (error) {
    if (error instanceof TooMuch) return 'too-much';
    throw error;
  }
}

async function paint(painter: Painter, texts: PieceTexts, painting: Painting, depth: number): Promise<void> {
  if (depth > MAX_DEPTH) throw new TooMuch();
  const text = await textOf(texts, painting.pieces);
  const reader = createValueReader(text);
  const { resources, matrix } = painting;
  const path = createPath(painter.sheet);
  const scene: Scene = { painter, resources, depth, saved: [], state: startState(matrix), path };
  let operands: PdfValue[] = [];
  for (let value = nextOf(reader, text); value !== undefined; value = nextOf(reader, text)) {
    painter.budget.spend(INSTRUCTION);
    if (!(value instanceof Operator)) {
      operands.push(value);
      continue;
    }
    // Most of them have nothing to wait for.
    const pending = operationOf(value.name)?.(scene, operands);
    if (pending !== undefined) await pending;
    if (value.name === 'ID') skipPicture(reader, text);
    operands = [];
  }
}

async function textOf(texts: PieceTexts, pieces: readonly PdfValue[]): Promise<string> {
  let whole = '';
  for (const piece of pieces) {
    const text = await texts.of(piece);
    if (text === null) throw new TooMuch();
    whole += `${text}\n`;
  }
  return whole;
}

/** What cannot be read is passed by, as readers of PDF do. */
function nextOf(reader: ValueReader, text: string): PdfValue | undefined {
  for (;;) {
    const value = reader.next();
    if (value !== undefined || reader.at() >= text.length) return value;
    reader.skipTo(reader.at() + 1);
  }
}

/** The bytes of a picture among the instructions are none. */
function skipPicture(reader: ValueReader, text: string): void {
  const end = /[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|$)/g;
  end.lastIndex = reader.at();
  reader.skipTo(end.exec(text) === null ? text.length : end.lastIndex);
}
