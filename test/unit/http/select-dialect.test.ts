import { describe, expect, test } from 'vitest';
import { selectDialect } from '../../../src/http/select-dialect';

const NO_KEY = { hasApiKey: false, hasAccessToken: false };
const API_KEY = { hasApiKey: true, hasAccessToken: false };
const ACCESS_TOKEN = { hasApiKey: false, hasAccessToken: true };
const BOTH = { hasApiKey: true, hasAccessToken: true };

describe('an explicit prefix is stripped and decides, whatever else the request says', () => {
  test.each(['talonic', 'retab', 'llamacloud'] as const)('/%s', (dialect) => {
    const prefix = `/${dialect}`;
    for (const keys of [NO_KEY, API_KEY, ACCESS_TOKEN, BOTH])
      for (const [path, inner] of [
        [prefix, '/'],
        [`${prefix}/`, '/'],
        [`${prefix}/v1/jobs`, '/v1/jobs'],
        [`${prefix}/api/v1/extraction/jobs`, '/api/v1/extraction/jobs'],
        [`${prefix}/api/v2/extract`, '/api/v2/extract'],
        [`${prefix}/v1/jobs/a%2Fb`, '/v1/jobs/a%2Fb'],
        [`${prefix}//v1`, '//v1'],
        [`${prefix}/talonic/v1`, '/talonic/v1'],
        [`${prefix}/retab/v1`, '/retab/v1'],
        [`${prefix}/llamacloud/v1`, '/llamacloud/v1'],
      ] as const)
        expect(selectDialect({ path, ...keys })).toEqual({ dialect, path: inner, prefix });
  });

  test.each(['/talonicx/v1', '/retabs', '/llamacloud.v1', '/Retab/v1', '/%72etab/v1', '/v1/retab/jobs', '//retab/v1'])(
    '%s is none',
    (path) => {
      expect(selectDialect({ path, ...NO_KEY })).toEqual({ dialect: 'talonic', path, prefix: '' });
    },
  );
});

describe('a path under /api/v1 or /api/v2 is spoken to as LlamaCloud, whatever key comes along', () => {
  test.each(['/api/v1', '/api/v2', '/api/v1/', '/api/v1/files', '/api/v2/extract', '/api/v1/beta/files/x%2Fy'])(
    '%s',
    (path) => {
      for (const keys of [NO_KEY, API_KEY, ACCESS_TOKEN, BOTH])
        expect(selectDialect({ path, ...keys })).toEqual({ dialect: 'llamacloud', path, prefix: '' });
    },
  );

  test.each(['/api', '/api/', '/api/v3/files', '/api/v10', '/api/v1x', '/API/v1', '/x/api/v1', '/api//v1'])(
    '%s is none',
    (path) => {
      expect(selectDialect({ path, ...NO_KEY })).toEqual({ dialect: 'talonic', path, prefix: '' });
      expect(selectDialect({ path, ...API_KEY })).toEqual({ dialect: 'retab', path, prefix: '' });
    },
  );
});

describe('any other path', () => {
  test.each(['/', '/v1/jobs', '/v1/documents/extract', '/v1/jobs/a%2Fb', ''])(
    '%s is spoken to by where the key is',
    (path) => {
      expect(selectDialect({ path, ...NO_KEY })).toEqual({ dialect: 'talonic', path, prefix: '' });
      for (const keys of [API_KEY, ACCESS_TOKEN, BOTH])
        expect(selectDialect({ path, ...keys })).toEqual({ dialect: 'retab', path, prefix: '' });
    },
  );
});
