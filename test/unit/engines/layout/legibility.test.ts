import { describe, expect, it } from 'vitest';
import { byLegibility } from '../../../../src/engines/layout/legibility';
import type { ParsedDocument, Word } from '../../../../src/parsers/parsed-document';
import type { Cell } from '../../../../src/schema/cell';

const wordAt = (text: string, x: number, certainty: number): Word => ({
  text,
  box: { x, y: 10, width: 40, height: 10 },
  size: 10,
  bold: false,
  certainty,
});

function documentOf(words: readonly Word[]): ParsedDocument {
  const line = { words, text: words.map((word) => word.text).join(' '), box: { x: 0, y: 10, width: 300, height: 10 } };
  const page = { number: 1, width: 300, height: 100, lines: [line], rules: [] };
  return {
    mediaType: 'image/png',
    pages: [page],
    tables: [],
    fields: [],
    attachments: [],
    properties: {},
    markdown: '',
    language: null,
  };
}

const cellOn = (text: string, x: number): Cell => ({
  path: ['total'],
  value: text,
  confidence: 0.9,
  citations: [{ page: 1, box: { x, y: 10, width: 40, height: 10 }, text, locator: null, attachment: null }],
  filledBy: 'resolve',
  source: 'label',
  flags: [],
});

const confidences = (words: readonly Word[], cells: readonly Cell[]): number[] =>
  byLegibility(cells, documentOf(words)).map((cell) => cell.confidence);

describe('Confidence in what was read from a scan', () => {
  it('is lowered by the certainty of the words cited, not by that of others', () => {
    const words = [wordAt('12.50', 0, 0.45), wordAt('Total', 60, 0.95), wordAt('EUR', 120, 0.3)];
    expect(confidences(words, [cellOn('12.50', 0), cellOn('Total', 60)])).toEqual([0.63, 0.9]);
  });

  it('stays as it is where all words are a text layer', () => {
    expect(confidences([wordAt('12.50', 0, 1)], [cellOn('12.50', 0)])).toEqual([0.9]);
  });
});
