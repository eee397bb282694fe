import { levelOf } from './style-sheet';

/** What is said of a paragraph until `\pard` takes it back. */
export interface ParagraphState {
  readonly inTable: boolean;
  readonly level: number | null;
  readonly depth: number;
  readonly style: number;
}

export const PLAIN_PARAGRAPH: ParagraphState = { inTable: false, level: null, depth: 0, style: 0 };

/** What holds after a control word; null when it says nothing of paragraphs. */
export function paragraphAfter(state: ParagraphState, word: string, number: number | null): ParagraphState | null {
  if (word === 'pard') return PLAIN_PARAGRAPH;
  if (word === 'intbl') return { ...state, inTable: true };
  if (word === 's') return { ...state, style: number ?? 0 };
  if (word === 'outlinelevel') return { ...state, level: levelOf(number ?? 9) };
  if (word === 'ilvl') return { ...state, depth: Math.min(8, Math.max(0, number ?? 0)) };
  return null;
}
