import type { SeenWord } from '../parsers/ocr/character-reader';

/** A row for a word; the others are of pages, blocks, paragraphs and lines. */
const WORD_LEVEL = '5';
const COLUMNS = 12;

/**
 * The lines of words in Tesseract's tab-separated result: level, page, block, paragraph, line, word, left, top, width, height,
 * confidence (0-100), text. https://tesseract-ocr.github.io/tessdoc/Command-Line-Usage.html#tsv-output
 */
export function linesOfTsv(tsv: string): SeenWord[][] {
  const lines = new Map<string, SeenWord[]>();
  for (const row of tsv.split('\n')) {
    const cells = row.split('\t');
    const text = cells[COLUMNS - 1]?.trim() ?? '';
    if (cells[0] !== WORD_LEVEL || text === '') continue;
    const [x = 0, y = 0, width = 0, height = 0, confidence = 0] = cells.slice(6, 11).map(Number);
    const line = cells.slice(1, 5).join('.');
    const words = lines.get(line) ?? [];
    words.push({ text, box: { x, y, width, height }, certainty: Math.min(1, Math.max(0, confidence / 100)) });
    lines.set(line, words);
  }
  return [...lines.values()];
}
