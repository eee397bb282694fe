import { describe, expect, it } from 'vitest';
import { fitCurves } from '../../../../bench/quality/fit-curves.mjs';

/** In each of `documents` documents, ten values of a score, so many of them right. */
const seen = (kind: string, score: number, right: number, documents: number) =>
  Array.from({ length: documents * 10 }, (_, index) => ({
    kind,
    score,
    right: index % 10 < right,
    document: `${kind} ${score} ${Math.floor(index / 10)}`,
  }));

const at = ({ slope, offset }: { slope: number; offset: number }, score: number): number =>
  1 / (1 + Math.exp(-(offset + slope * Math.log(score / (1 - score)))));

describe('fitCurves', () => {
  it('comes to the share that was right, where much was seen', () => {
    const { kinds } = fitCurves([...seen('label', 0.6, 8, 60), ...seen('label', 0.9, 9, 60)]);
    expect(at(kinds.label, 0.6)).toBeCloseTo(0.8, 1);
    expect(at(kinds.label, 0.9)).toBeCloseTo(0.9, 1);
  });

  it('does not take a few right values for certainty', () => {
    const { kinds } = fitCurves([...seen('table', 0.8, 9, 40), ...seen('title', 0.8, 10, 4)]);
    expect(at(kinds.title, 0.8)).toBeGreaterThan(at(kinds.table, 0.8));
    expect(at(kinds.title, 0.8)).toBeLessThan(0.97);
  });

  it('has no curve of its own for a kind seen in three documents', () => {
    const { any, kinds } = fitCurves([...seen('table', 0.8, 9, 40), ...seen('title', 0.8, 0, 3)]);
    expect(Object.keys(kinds)).toEqual(['table']);
    expect(any.slope).toBeGreaterThan(0);
  });

  it('rises also where surer values were wrong more often', () => {
    const { kinds } = fitCurves([...seen('field', 0.6, 9, 30), ...seen('field', 0.95, 3, 30)]);
    expect(kinds.field.slope).toBeGreaterThan(0);
  });
});
