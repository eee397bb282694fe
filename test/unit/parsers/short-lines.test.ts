import { expect, it } from 'vitest';
import { lineOf } from '../../../src/parsers/page-layout/boxes';
import type { Word } from '../../../src/parsers/parsed-document';
import { shortLines } from '../../../src/parsers/short-lines';

const word = (text: string, x: number): Word => ({
  text,
  box: { x, y: 10, width: 5 * text.length, height: 12 },
  size: 10,
  bold: false,
  certainty: 1,
});

it('a line of a thousand characters stays as it is', () => {
  const line = lineOf([word('a'.repeat(499), 0), word('b'.repeat(500), 2500)]);
  expect(shortLines(line)).toEqual([line]);
});

it('a longer line becomes several beside each other, no word of it lost', () => {
  const words = Array.from({ length: 700 }, (_, index) => word(`w${index}`, 30 * index));
  const lines = shortLines(lineOf(words));
  expect(lines.flatMap((line) => line.words)).toEqual(words);
  expect(Math.max(...lines.map(({ text }) => text.length))).toBeLessThanOrEqual(1000);
  expect(lines.slice(1).every(({ box }, index) => box.x > (lines[index]?.box.x ?? 0))).toBe(true);
});

it('a longer word is cut, and each piece has its share of the box', () => {
  const [first, second, third] = shortLines(lineOf([word('x'.repeat(2500), 100)]));
  expect([first, second, third].map((line) => [line?.text.length, line?.box.x, line?.box.width])).toEqual([
    [1000, 100, 5000],
    [1000, 5100, 5000],
    [500, 10_100, 2500],
  ]);
});
