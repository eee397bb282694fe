import { describe, expect, test } from 'vitest';
import { JobError } from '../../../../src/jobs/errors';
import type { Labels } from '../../../../src/jobs/job';
import { readRetryAfter } from '../../../../src/jobs/web/retry-after';
import { acceptHeaders } from '../../../../src/jobs/webhooks/accept-destination';

describe('Headers that go along with a webhook', () => {
  test('are taken when they are plain', () => {
    expect(() =>
      acceptHeaders({ authorization: 'Bearer a', 'X-Team': 'm\u00e4rz\tb', 'user-agent': 'mine' }),
    ).not.toThrow();
  });

  test.each<readonly [Labels, string]>([
    [{ 'x-a': 'b\r\nhost: evil' }, 'x-a has line breaks'],
    [{ 'x-a': 'b\u0000' }, 'x-a has line breaks'],
    [{ 'x-a': '\u4f8b' }, 'x-a has line breaks, control characters or letters beyond Latin-1'],
    [{ 'x-a\r\nhost': 'b' }, '"x-a\\r\\nhost" is no name of a header'],
    [{ 'x a': 'b' }, '"x a" is no name of a header'],
    [{ '': 'b' }, '"" is no name of a header'],
    [{ 'x-a': 'b'.repeat(2_001) }, 'x-a is longer than 2000 characters'],
    [Object.fromEntries(Array.from({ length: 21 }, (_, index) => [`x-${index}`, ''])), '21 headers; at most 20'],
    ...['Host', 'connection', 'Transfer-Encoding', 'content-length', 'TE', 'Upgrade', 'Proxy-Authorization'].map(
      (name) => [{ [name]: 'x' }, `${name} is set by this server; leave it out`] as const,
    ),
    ...['Webhook-Id', 'webhook-signature', 'content-type', 'X-Talonic-Signature', 'LC-Signature'].map(
      (name) => [{ [name]: 'x' }, `${name} is set by this server; leave it out`] as const,
    ),
  ])('%j are refused', (headers, message) => {
    expect(() => acceptHeaders(headers)).toThrow(JobError);
    expect(() => acceptHeaders(headers)).toThrow(message);
  });
});

describe('Retry-After', () => {
  const NOW = Date.UTC(2026, 10, 22, 12);
  test.each([
    ['0', 0],
    [' 120 ', 120_000],
    ['9999999999', 86_400_000],
    ['Sun, 22 Nov 2026 12:00:30 GMT', 30_000],
    ['Sun, 22 Nov 2026 11:00:00 GMT', 0],
    ['-5', null],
    ['1.5', null],
    ['soon', null],
    ['2026', 2_026_000],
    ['', null],
    [null, null],
  ])('%j is a wait of %j ms', (header, waitMs) => {
    expect(readRetryAfter(header, NOW)).toBe(waitMs);
  });
});
