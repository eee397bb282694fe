import { expect, test } from 'vitest';
import { bearerKey, idempotencyKeyOf, isResent } from '../../../src/http/dialect';

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

test.each([
  [null, null],
  ['', null],
  ['  ', null],
  [' k ', 'k'],
])('the idempotency key %o is %o', (sent, key) => {
  expect(idempotencyKeyOf(new Headers(sent === null ? {} : { 'Idempotency-Key': sent }))).toBe(key);
});

test.each([
  [null, false],
  ['', false],
  ['0', false],
  ['1', true],
  ['2', true],
  ['-1', false],
  ['yes', false],
])('a retry count of %o says that a request is sent again: %o', (count, isAgain) => {
  expect(isResent(new Headers(count === null ? {} : { 'X-Stainless-Retry-Count': count }))).toBe(isAgain);
});
