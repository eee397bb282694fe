import { describe, expect, it } from 'vitest';
import { inkOf } from '../../../src/ocr/ink';
import { factorFor, isLetterLike, letterHeight } from '../../../src/ocr/letters';
import { marksOf } from '../../../src/ocr/marks';
import { linesOfLetters, pageOf } from './page';

describe('The ink of a page', () => {
  it('is what is darker than the paper around it, in the shade too', () => {
    const { width, height, gray } = pageOf(128, 64, [
      [10, 10, 8, 12],
      [100, 10, 8, 12],
    ]);
    const shaded = gray.map((value, at) => (at % width < 64 ? value : value === 0 ? 30 : 110));
    const { bits } = inkOf({ width, height, gray: shaded });
    expect(bits.reduce((sum, bit) => sum + bit, 0)).toBe(2 * 8 * 12);
    expect([bits[15 * width + 12], bits[15 * width + 104], bits[15 * width + 90]]).toEqual([1, 1, 0]);
  });

  it('hangs together in marks, corners included', () => {
    const page = pageOf(60, 40, [
      [5, 5, 4, 4],
      [9, 9, 4, 4],
      [30, 5, 2, 20],
      [30, 23, 10, 2],
    ]);
    expect(marksOf(inkOf(page)).map(({ left, top, right, bottom, area }) => [left, top, right, bottom, area])).toEqual([
      [5, 5, 13, 13, 32],
      [30, 5, 40, 25, 56],
    ]);
  });

  it('is one mark where two strokes meet below', () => {
    const page = pageOf(40, 40, [
      [5, 5, 3, 20],
      [20, 5, 3, 20],
      [5, 25, 18, 3],
    ]);
    expect(marksOf(inkOf(page))).toMatchObject([{ left: 5, top: 5, right: 23, bottom: 28, area: 174 }]);
  });
});

describe('The height of letters', () => {
  it('is the median of what has the shape of a letter', () => {
    const letters = marksOf(inkOf(linesOfLetters(600, 300))).filter(isLetterLike);
    expect(letterHeight(letters)).toBe(13);
  });

  it('is not told by a few marks', () => {
    expect(letterHeight(marksOf(inkOf(pageOf(60, 60, [[5, 5, 6, 12]]))))).toBeNull();
  });

  it('decides how far a page is enlarged, within limits', () => {
    expect([null, 11, 22, 30, 5, 80].map(factorFor)).toEqual([1, 2, 1, 1, 3, 0.4]);
  });
});
