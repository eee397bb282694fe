import { expect, test } from 'vitest';
import { bearerKey } from '../../../src/http/dialect';

test.each([
  ['Bearer tlnc_1', 'tlnc_1'],
  ['bearer  tlnc_1 ', 'tlnc_1'],
  ['Bearer', null],
  ['Bearer ', null],
  ['Bearer a b', null],
  ['Basic tlnc_1', null],
  ['tlnc_1', null],
])('the key in "%s" is %o', (authorization, key) => {
  expect(bearerKey(new Headers({ authorization }))).toBe(key);
});

test('no header is no key', () => {
  expect(bearerKey(new Headers())).toBeNull();
});
