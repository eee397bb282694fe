import process from 'node:process';
import { expect, test } from 'vitest';
import { PATTERN_BOMBS } from '../../../../bench/bombs/pattern-bombs.mjs';
import { toFilenameTest } from '../../../../src/http/retab/filename-pattern';
import { JobError } from '../../../../src/jobs/errors';

const NAMES = ['a'.repeat(10_000), `${'a'.repeat(9_999)}!`, 'a '.repeat(5000), `${'aa_'.repeat(3000)}@`];

test.each(Object.entries(PATTERN_BOMBS))('an evil pattern is refused, or as fast as any: %s', (_, pattern) => {
  const before = process.cpuUsage();
  let outcome: unknown;
  try {
    const { filenameMatches = () => false } = toFilenameTest(pattern);
    outcome = NAMES.map(filenameMatches).every((match) => typeof match === 'boolean');
  } catch (error) {
    outcome =
      error instanceof JobError && error.code === 'invalid-request' && error.message.startsWith('filename_regex: ');
  }
  expect(outcome).toBe(true);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000, 'milliseconds of CPU').toBeLessThan(1000);
});
