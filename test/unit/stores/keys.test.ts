import { expect, test } from 'vitest';
import {
  asideKey,
  contentKey,
  fileKey,
  jobIdOf,
  jobPrefix,
  ownerOf,
  parsedKey,
  requestKey,
  windowKey,
} from '../../../src/stores/r2/keys';

const job = { accountId: 'acme', jobId: 'j1' };
const output = { ...job, attempt: 1, index: 0, phase: 'resolve', token: 2 } as const;

test('every key that is built here says whose it is', () => {
  for (const key of [contentKey('acme', 'ff'), asideKey({ accountId: 'acme', sha256: 'ff', id: 'r1' })])
    expect(ownerOf(key)).toEqual({ kind: 'content', accountId: 'acme', sha256: 'ff' });
  expect(ownerOf(parsedKey({ accountId: 'acme', sha256: 'ff', variant: '5/pdf/all', part: 3 }))).toEqual({
    kind: 'parsed',
    accountId: 'acme',
    sha256: 'ff',
    parserVersion: '5',
  });
  for (const key of [requestKey(job), fileKey(output), windowKey({ ...output, window: 1 })])
    expect(ownerOf(key)).toEqual({ kind: 'job', ...job });
  expect(jobIdOf(jobPrefix(job))).toBe('j1');
});

test.each([
  '',
  'accounts',
  'accounts/',
  'accounts/acme',
  'accounts/acme/content',
  'accounts/acme/content/',
  'other/acme/content/ff',
  'accounts/acme/content/ff/more',
  'accounts/acme/parsed/ff',
  'accounts/acme/parsed/ff/5',
  'accounts/acme/jobs/j1',
  'accounts/acme/else/ff/x/y',
])('"%s" is nobody\'s', (key) => {
  expect(ownerOf(key)).toBeNull();
});
