import { expect, test } from 'vitest';
import { isOpenPath, toldPath } from '../../../../src/http/talonic/open-path';

test.each<[string, string, boolean]>([
  ['GET', '/v1/pricing', true],
  ['POST', '/v1/pricing', false],
  ['POST', '/v1/upload/abc', true],
  ['PUT', '/v1/upload/abc', true],
  ['GET', '/v1/upload/abc', false],
  ['POST', '/v1/upload/', false],
  ['POST', '/v1/upload/abc/def', false],
  ['POST', '/v1/uploads', false],
  ['GET', '/v1/jobs', false],
  ['GET', '/v1/pricing/x', false],
])('%s %s is open: %s', (method, path, isOpen) => {
  expect(isOpenPath(method, path)).toBe(isOpen);
});

test('no log tells the token of a link', () => {
  expect(toldPath('/v1/upload/secret')).toBe('/v1/upload/…');
  for (const mistyped of ['/v1/upload/secret/', '/v1/upload/secret/more', '/v1/upload%2Fsecret', '/v1//upload/secret'])
    expect(toldPath(mistyped)).not.toContain('secret');
  for (const other of ['/v1/jobs', '/v1/uploads', '/v1/documents/upload-session']) expect(toldPath(other)).toBe(other);
});
