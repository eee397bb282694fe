import { expect, test } from 'vitest';
import { toPages } from '../../../../src/http/talonic/page-range';

test.each([
  ['1-5', [1, 2, 3, 4, 5]],
  ['1,3,7-10', [1, 3, 7, 8, 9, 10]],
  [' 2 - 3 , 1 ', [1, 2, 3]],
  ['3,1-3,3', [1, 2, 3]],
  ['7', [7]],
])('"%s" is %o', (text, pages) => {
  expect(toPages(text)).toEqual(pages);
});

test.each(['', '0', '5-1', '1-', '-1', 'a', '1,,2', '1;2', '1-2-3', '99999', '1-10001', '1,'.repeat(600)])(
  '"%s" is no range',
  (text) => {
    expect(() => toPages(text)).toThrow(expect.objectContaining({ code: 'invalid-request' }));
  },
);
