import { describe, expect, it } from 'vitest';
import { readArguments, UsageError } from '../../../../bench/quality/arguments.mjs';
import { drops, keptOf } from '../../../../bench/quality/baseline.mjs';

const figures = (document: number | null, cellF1: number | null, invented: number | null) => ({
  document,
  cellF1,
  invented,
});

describe('drops', () => {
  const before = keptOf({
    kinds: { invoice: figures(0.9, 0.8, 0), csv: figures(1, 1, null) },
    macro: figures(0.95, 0.9, 0),
  });

  it('says nothing of a run within the tolerance or above', () => {
    const now = keptOf({
      kinds: { invoice: figures(0.896, 0.9, 0.004), csv: figures(1, 1, null), html: figures(0, 0, 1) },
      macro: figures(0.95, 0.9, 0),
    });
    expect(drops(before, now)).toEqual([]);
  });

  it('names each figure that got worse, and a kind that is gone', () => {
    const now = keptOf({ kinds: { invoice: figures(0.89, 0.8, 0.1) }, macro: figures(0.95, 0.89, 0) });
    expect(drops(before, now)).toEqual([
      'MACRO: cellF1 89.0, was 90.0',
      'invoice: doc% 89.0, was 90.0',
      'invoice: hallu% 10.0, was 0.0',
      'csv: no documents of this kind, the baseline has some',
    ]);
  });
});

describe('readArguments', () => {
  const flags = ['set', 'kind', 'docs', 'errors', 'json'];

  it('reads every flag, --json with a file and without', () => {
    expect(readArguments(['--json', '--kind', 'a,b', '--errors', '3'], flags)).toMatchObject({
      json: '-',
      kinds: ['a', 'b'],
      errors: 3,
      docs: false,
    });
    expect(readArguments(['--json', 'out.json', '--docs'], flags)).toMatchObject({ json: 'out.json', docs: true });
  });

  it.each([[['--colour']], [['folder']], [['--errors', 'many']], [['--keep']]])('refuses %j', (args) => {
    expect(() => readArguments(args, flags)).toThrow(UsageError);
  });
});
