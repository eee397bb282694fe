import { expect, test } from 'vitest';
import { viewOf } from '../../../../src/engines/layout/view';
import { type Print, paper } from '../paper';

test('a sheet may be one page of more lines than a call takes arguments', () => {
  const cells = Array.from({ length: 150_000 }, (_, index): Print => [36 + 60 * (index % 10), 14 * index, `c${index}`]);
  const { lines, rows } = viewOf(paper([cells]));
  expect([lines.length, rows.length, lines.at(-1)?.text]).toEqual([150_000, 150_000, 'c149999']);
});
