import { describe, expect, it } from 'vitest';
import { evenlyLit, withoutSpecks } from '../../../src/ocr/even-out';
import { inkOf } from '../../../src/ocr/ink';
import { linesOfTsv } from '../../../src/ocr/lines-of-tsv';
import { marksOf } from '../../../src/ocr/marks';
import { mergeReadings } from '../../../src/ocr/merge-readings';
import { modelFor } from '../../../src/ocr/models';
import { paperOf } from '../../../src/ocr/paper';
import type { SeenWord } from '../../../src/parsers/ocr/character-reader';
import { pageOf } from './page';

const seen = (text: string, x: number, certainty: number): SeenWord => ({
  text,
  box: { x, y: 0, width: 40, height: 10 },
  certainty,
});

describe('Two readings of a page', () => {
  it('make one that has what either read, and of what both read the surer word', () => {
    const first = [[seen('Tota1', 0, 0.4), seen('due', 50, 0.9)]];
    const second = [[seen('Total', 1, 0.95), seen('dve', 50, 0.91), seen('19.90', 100, 0.8), seen('~', 150, 0.2)]];
    expect(mergeReadings(first, second).map((line) => line.map((word) => word.text))).toEqual([
      ['Total', 'due'],
      ['19.90'],
    ]);
  });
});

describe('The words of a reading', () => {
  it('are the rows of the fifth level, by line, certain up to 1', () => {
    const rows = [
      '4\t1\t1\t1\t1\t0\t10\t20\t90\t12\t-1\t',
      '5\t1\t1\t1\t1\t1\t10\t20\t40\t12\t96.5\tSum',
      '5\t1\t1\t1\t1\t2\t60\t20\t40\t12\t31\t9.50',
      '5\t1\t1\t1\t2\t1\t10\t40\t40\t12\t0\t ',
      '5\t1\t1\t1\t3\t1\t10\t60\t40\t12\t88\tThanks',
    ];
    expect(linesOfTsv(rows.join('\n'))).toEqual([
      [
        { text: 'Sum', box: { x: 10, y: 20, width: 40, height: 12 }, certainty: 0.965 },
        { text: '9.50', box: { x: 60, y: 20, width: 40, height: 12 }, certainty: 0.31 },
      ],
      [{ text: 'Thanks', box: { x: 10, y: 60, width: 40, height: 12 }, certainty: 0.88 }],
    ]);
  });

  it('are read with the model of their language, or the English one', () => {
    expect(['de', 'nl', 'pl', null].map(modelFor)).toEqual(['deu', 'nld', 'eng', 'eng']);
  });
});

describe('A page made ready', () => {
  it('loses its shadows, not what is written in them', () => {
    const { width, height, gray } = pageOf(128, 64, [[100, 10, 8, 12]]);
    const shaded = { width, height, gray: gray.map((value, at) => (at % width < 64 ? value : value === 0 ? 30 : 120)) };
    const lit = evenlyLit(shaded, paperOf(shaded)).gray;
    expect([lit[40 * width + 10], lit[40 * width + 110], lit[15 * width + 104]]).toEqual([255, 255, 63]);
  });

  it('loses specks that stand alone, and keeps the dot beside a letter', () => {
    const page = pageOf(200, 100, [
      [20, 20, 8, 14],
      [30, 32, 2, 2],
      [150, 70, 2, 2],
    ]);
    const { gray } = withoutSpecks(page, marksOf(inkOf(page)), 14);
    expect([gray[25 * 200 + 22], gray[32 * 200 + 30], gray[70 * 200 + 150]]).toEqual([0, 0, 255]);
    expect(page.gray[70 * 200 + 150]).toBe(0);
  });
});
