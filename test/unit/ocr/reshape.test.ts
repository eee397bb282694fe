import { describe, expect, it } from 'vitest';
import { inkOf } from '../../../src/ocr/ink';
import { isLetterLike } from '../../../src/ocr/letters';
import { marksOf } from '../../../src/ocr/marks';
import { after, levelled, turned } from '../../../src/ocr/reshape';
import { profileSharpness, skewOf } from '../../../src/ocr/skew';
import type { PageImage } from '../../../src/parsers/ocr/character-reader';
import { linesOfLetters } from './page';

const lettersOf = (image: PageImage) => marksOf(inkOf(image)).filter(isLetterLike);

describe('A turned page', () => {
  const wide: PageImage = { width: 3, height: 2, gray: Uint8Array.from([1, 2, 3, 4, 5, 6]) };

  it('is turned back, and its places are known on the page that was given', () => {
    const cases = ([0, 90, 180, 270] as const).map((turn) => {
      const { image, back } = turned(wide, turn);
      return [image.width, image.height, [...image.gray], back({ x: 0.5, y: 0.5 })];
    });
    expect(cases).toEqual([
      [3, 2, [1, 2, 3, 4, 5, 6], { x: 0.5, y: 0.5 }],
      [2, 3, [3, 6, 2, 5, 1, 4], { x: 2.5, y: 0.5 }],
      [3, 2, [6, 5, 4, 3, 2, 1], { x: 2.5, y: 1.5 }],
      [2, 3, [4, 1, 5, 2, 6, 3], { x: 0.5, y: 1.5 }],
    ]);
  });

  it('is known by its letters, which stand in columns instead of rows', () => {
    const upright = lettersOf(linesOfLetters(700, 500));
    const sideways = lettersOf(turned(linesOfLetters(700, 500), 90).image);
    expect(profileSharpness(upright, 'feet')).toBeGreaterThan(profileSharpness(upright, 'sides'));
    expect(profileSharpness(sideways, 'sides')).toBeGreaterThan(profileSharpness(sideways, 'feet'));
  });
});

describe('A page that is off level', () => {
  it('tells by how much, either way', () => {
    const width = 800;
    const drop = width * Math.tan((2 * Math.PI) / 180);
    const skews = [drop, 0, -drop].map((each) => skewOf(lettersOf(linesOfLetters(width, 600, each))));
    expect(skews.map((skew) => Math.round(skew * 2) / 2 + 0)).toEqual([2, 0, -2]);
  });

  it('is level when it has been turned back by that', () => {
    const slanted = linesOfLetters(800, 600, 28);
    expect(Math.abs(skewOf(lettersOf(levelled(slanted, 1.5, skewOf(lettersOf(slanted))).image)))).toBeLessThan(0.4);
  });

  it('keeps its middle, and one reshaping after another leads back over both', () => {
    const image = linesOfLetters(300, 200);
    const first = turned(image, 180);
    const both = after(first, levelled(first.image, 2, 3));
    expect(both.image).toMatchObject({ width: 600, height: 400 });
    expect(both.back({ x: 300, y: 200 })).toEqual({ x: 150, y: 100 });
  });
});
