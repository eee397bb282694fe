import { describe, expect, test } from 'vitest';
import { agree } from '../../../../src/engines/split/agree';
import type { Segment } from '../../../../src/engines/split/segments';

const segments = (...all: readonly (readonly [first: number, last: number, kind: number | null])[]): Segment[] =>
  all.map(([first, last, kind]) => ({ first, last, kind }));

describe('several readings of a bundle', () => {
  test('that are the same are the answer, and certain', () => {
    const one = segments([0, 1, 0], [2, 2, 1]);
    expect(agree([one, one], 3, 3)).toEqual({ segments: one, likelihoods: [1, 1, 1] });
  });

  test('are outvoted page by page; a kind is as likely as its pages were agreed on', () => {
    const most = segments([0, 0, 0], [1, 2, 1]);
    const other = segments([0, 1, 0], [2, 2, 1]);
    expect(agree([most, other, most], 2, 3)).toEqual({
      segments: most,
      likelihoods: [(1 + 2 / 3) / 2, (2 / 3 + 1) / 2],
    });
  });

  test('that are as many on either side leave it to the first', () => {
    const first = segments([0, 1, 0]);
    const second = segments([0, 1, null]);
    expect(agree([first, second], 1, 2)).toEqual({ segments: first, likelihoods: [0.5] });
  });

  test('begin a document of the same kind where most of them do', () => {
    const cut = segments([0, 0, 0], [1, 1, 0]);
    const whole = segments([0, 1, 0]);
    expect(agree([cut, whole, cut], 1, 2).segments).toEqual(cut);
    expect(agree([cut, whole], 1, 2).segments).toEqual(whole);
  });
});
