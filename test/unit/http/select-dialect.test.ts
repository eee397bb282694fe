import { expect, test } from 'vitest';
import { selectDialect } from '../../../src/http/select-dialect';

test.each([
  ['/v1/jobs', { dialect: 'talonic', path: '/v1/jobs' }],
  ['/talonic/v1/jobs', { dialect: 'talonic', path: '/v1/jobs' }],
  ['/talonic', { dialect: 'talonic', path: '/' }],
  ['/talonic/', { dialect: 'talonic', path: '/' }],
  ['/talonic/talonic/v1', { dialect: 'talonic', path: '/talonic/v1' }],
  ['/talonicx/v1', { dialect: 'talonic', path: '/talonicx/v1' }],
  ['/v1/jobs/a%2Fb', { dialect: 'talonic', path: '/v1/jobs/a%2Fb' }],
  ['/', { dialect: 'talonic', path: '/' }],
])('%s is spoken to as %o', (path, choice) => {
  expect(selectDialect({ path })).toEqual(choice);
});
