import type { SeenWord } from '../parsers/ocr/character-reader';

/** How surely words were read, 0-1; longer words count for more. 0 for none. */
export function meanCertainty(words: readonly SeenWord[]): number {
  let sum = 0;
  let length = 0;
  for (const { text, certainty } of words) {
    sum += certainty * text.length;
    length += text.length;
  }
  return length === 0 ? 0 : sum / length;
}
