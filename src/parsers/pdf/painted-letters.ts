import { type Matrix, matrixOf, multiplied } from './matrix';
import { stretchOf } from './painted-area';
import type { Scene } from './painter';
import type { PdfValue } from './pdf-values';

/** In painted pixels, as measured: what a letter takes besides its own. */
const LETTER = 400;
const UNSCALED: Matrix = [1, 0, 0, 1, 0, 0];

/** Shows the letters in the strings of an instruction. */
export async function paintLetters(scene: Scene, operands: readonly PdfValue[]): Promise<void> {
  const letters = lettersIn(operands);
  if (letters > 0) scene.painter.budget.paint(letters * (scene.state.mask + (await letterCost(scene))));
}

function lettersIn(operands: readonly PdfValue[]): number {
  return operands.reduce<number>((sum, operand) => {
    if (operand instanceof Uint8Array) return sum + operand.length;
    return Array.isArray(operand) ? sum + lettersIn(operand) : sum;
  }, 0);
}

/** One letter; of a font whose letters are instructions (ISO 32000-1, 9.6.5) the one that takes most. */
async function letterCost({ painter, state, resources: above, depth }: Scene): Promise<number> {
  const { objects, budget, whole } = painter;
  const { font, fontSize, textStretch, matrix, fill } = state;
  const size = Math.abs(fontSize) * textStretch;
  const glyphs = objects.entryOf(font, '/CharProcs');
  if (!(glyphs instanceof Map)) return LETTER + Math.min(whole, (size * stretchOf(matrix)) ** 2) * fill;
  const own = objects.entryOf(font, '/FontMatrix');
  const scale = stretchOf(Array.isArray(own) ? matrixOf(own.map(Number)) : UNSCALED) * size;
  const resources = objects.entryOf(font, '/Resources') ?? above;
  const scaled = multiplied([scale, 0, 0, scale, 0, 0], matrix);
  let most = LETTER;
  for (const glyph of new Set(glyphs.values())) {
    const before = budget.left;
    await painter.paint({ pieces: [glyph], resources, matrix: scaled }, depth + 1);
    most = Math.max(most, before - budget.left);
  }
  return most;
}
