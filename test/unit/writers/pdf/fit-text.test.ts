import { describe, expect, it } from 'vitest';
import { fitText } from '../../../../src/writers/pdf/fit-text';

/** Every letter is half as wide as it is high. */
const measure = (text: string, size: number): number => text.length * size * 0.5;

describe('Text in a box', () => {
  it('is as large as usual where there is room', () => {
    expect(fitText('Penryn', { width: 200, height: 20, pitch: null }, measure)).toMatchObject({
      lines: ['Penryn'],
      size: 11,
    });
  });

  it('is smaller in a low box, and in a narrow one', () => {
    const low = fitText('Penryn', { width: 200, height: 10, pitch: null }, measure);
    expect(low.size).toBeCloseTo(7.4);
    const narrow = fitText('Penryn harbour', { width: 42, height: 20, pitch: null }, measure);
    expect([narrow.lines, narrow.size]).toEqual([['Penryn harbour'], 6]);
  });

  it('has several lines in a tall box, none of them wider than it', () => {
    const text = 'The shed at the end of the garden has to be moved before the crane comes';
    const { lines, size, leading } = fitText(text, { width: 120, height: 60, pitch: null }, measure);
    expect(lines.join(' ')).toBe(text);
    expect(lines.length).toBeGreaterThan(1);
    expect(Math.max(...lines.map((line) => measure(line, size)))).toBeLessThanOrEqual(120);
    expect(lines.length * leading).toBeLessThanOrEqual(60 + size);
  });

  it('keeps to the lines that are drawn', () => {
    const { lines, leading } = fitText('one two three four', { width: 50, height: 60, pitch: 20 }, measure);
    expect([lines, leading]).toEqual([['one two', 'three four'], 20]);
  });

  it('keeps the lines it is given in', () => {
    expect(fitText('one\ntwo', { width: 100, height: 40, pitch: null }, measure).lines).toEqual(['one', 'two']);
  });
});
