import { describe, expect, test } from 'vitest';
import { confidenceOf, kindOfEvidence } from '../../../../src/engines/layout/calibration';
import { showConfidence } from '../../../../src/engines/layout/show-confidence';
import type { Cell } from '../../../../src/schema/cell';
import { paper } from '../paper';

const cell = (more: Partial<Cell>): Cell => ({
  path: ['total'],
  value: 5,
  confidence: 0.8,
  citations: [{ page: 1, box: { x: 0, y: 0, width: 1, height: 1 }, text: '5', locator: null, attachment: null }],
  filledBy: 'resolve',
  source: 'label',
  flags: [],
  ...more,
});
const flag = (code: string) => ({ code, message: code });

describe('kindOfEvidence', () => {
  test.each([
    [{}, false, 'label'],
    [{}, true, 'scan'],
    [{ path: ['items', 0, 'price'], source: 'table' }, false, 'table of a list'],
    [{ path: ['items', 0, 'price'], source: 'table' }, true, 'scan of a list'],
    [{ flags: [flag('low-confidence'), flag('sum-mismatch')] }, true, 'doubt: sum-mismatch'],
    [{ flags: [flag('low-confidence')] }, false, 'label'],
  ])('of %j, on a scan %j, is %s', (more, onScan, kind) => {
    expect(kindOfEvidence(cell(more), onScan)).toBe(kind);
  });
});

describe('confidenceOf', () => {
  const kinds = ['label', 'table of a list', 'e-invoice', 'doubt: never seen', 'never seen'];

  test.each(kinds)('of %s rises with the score and is never certain', (kind) => {
    const scores = Array.from({ length: 101 }, (_, index) => index / 100);
    const shown = scores.map((score) => confidenceOf(kind, score));
    expect(shown).toEqual([...shown].sort((a, b) => a - b));
    expect(Math.min(...shown)).toBeGreaterThan(0);
    expect(Math.max(...shown)).toBeLessThanOrEqual(0.99);
  });
});

describe('showConfidence', () => {
  test('flags what is shown with little confidence, and nothing else', () => {
    const flags = showConfidence([cell({ confidence: 0.05 }), cell({ confidence: 0.99 })], paper([])).map(
      (one) => one.flags,
    );
    expect(flags).toEqual([
      [{ code: 'low-confidence', message: expect.stringMatching(/^read with confidence 0\.\d\d: please look at it$/) }],
      [],
    ]);
  });
});
