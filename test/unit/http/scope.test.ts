import { describe, expect, test } from 'vitest';
import { scopesBy } from '../../../src/http/scope';

const scopeOf = scopesBy({
  extract: ['/v1/jobs', '/v1/jobs/:id/retry', '/v1/run/*'],
  read: ['/v1/jobs/query'],
  admin: ['/v1/keys/*'],
});

describe('what a request needs', () => {
  test.each([
    ['GET', '/v1/jobs', 'read'],
    ['HEAD', '/v1/jobs/1', 'read'],
    ['POST', '/v1/jobs', 'extract'],
    ['POST', '/v1/jobs/1/retry', 'extract'],
    ['POST', '/v1/jobs/1/cancel', 'write'],
    ['POST', '/v1/jobs/query', 'read'],
    ['PUT', '/v1/jobs', 'write'],
    ['DELETE', '/v1/jobs/query', 'write'],
    ['POST', '/v1/run', 'extract'],
    ['POST', '/v1/run/a/b', 'extract'],
    ['POST', '/v1/running', 'write'],
    ['GET', '/v1/keys', 'admin'],
    ['DELETE', '/v1/keys/1', 'admin'],
    ['GET', '/v1/ke%79s', 'admin'],
    ['POST', '/v1/ke%79s/%zz', 'admin'],
    ['GET', '/v1/keys%2f1', 'read'],
    ['TRACE', '/', 'write'],
  ])('%s %s needs %s', (method, path, scope) => {
    expect(scopeOf(method, path)).toBe(scope);
  });
});
