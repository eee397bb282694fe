import { DrizzleQueryError } from 'drizzle-orm/errors';
import { expect, onTestFinished, test, vi } from 'vitest';
import { logError } from '../../src/log';

const loggedFor = (error: unknown): string => {
  const written = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  onTestFinished(() => written.mockRestore());
  logError('request-failed', error, { request_id: 'req_1' });
  return String(written.mock.calls[0]?.[0]);
};

test('an error is logged whole, on one line', () => {
  const line = loggedFor(new Error('first\nsecond'));
  expect(line).not.toContain('\n');
  expect(JSON.parse(line)).toEqual({
    level: 'error',
    event: 'request-failed',
    request_id: 'req_1',
    message: 'first\nsecond',
    stack: expect.stringContaining('log.test.ts'),
  });
});

test('a failed query is logged without the values bound to it: they are names, hashes of keys and corrected values', () => {
  const line = loggedFor(
    new DrizzleQueryError(
      'select * from api_keys where sha256 = ?',
      ['c0ffee-canary'],
      new Error('D1_ERROR: overloaded'),
    ),
  );
  expect(line).not.toContain('canary');
  expect(JSON.parse(line)).toMatchObject({ message: 'D1_ERROR: overloaded' });
});

test('what could not be parsed is logged by where that was, without what it said', () => {
  const parse = (): unknown => {
    try {
      return JSON.parse('canary');
    } catch (error) {
      return error;
    }
  };
  const line = loggedFor(parse());
  expect(line).not.toContain('canary');
  expect(JSON.parse(line)).toMatchObject({
    message: 'Something could not be parsed',
    stack: expect.stringContaining('log.test.ts'),
  });
});
