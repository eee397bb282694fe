import { describe, expect, test } from 'vitest';
import { LIMITS, readLimits, STANDARD_LIMITS } from '../../../src/jobs/limits';

describe('limits', () => {
  test('are the standard ones where nothing is set', () => {
    expect(STANDARD_LIMITS).toMatchObject({ requestsPerMinute: 6_000, documentBytes: 32 * 1024 * 1024 });
    expect(Object.keys(STANDARD_LIMITS)).toEqual(Object.keys(LIMITS));
  });

  test('are read in the units of their settings', () => {
    const limits = readLimits({ DOCUMENT_MIB: '2', DOCUMENTS_PER_JOB: '7' });
    expect(limits).toEqual({ ...STANDARD_LIMITS, documentBytes: 2 * 1024 * 1024, documentsPerJob: 7 });
  });

  test.each(['0', '-1', '1.5', '', ' ', 'many', 'Infinity', '1e99'])(
    '%j is refused with the name of its setting',
    (text) => {
      const message = `DOCUMENT_MIB: "${text}" is no whole number from 1 to 32; set it in wrangler.toml`;
      expect(() => readLimits({ DOCUMENT_MIB: text })).toThrow(message);
      expect(() => readLimits({ RATE_LIMIT_PER_MINUTE: text })).toThrow(`RATE_LIMIT_PER_MINUTE: "${text}"`);
    },
  );

  test.each(Object.values(LIMITS).filter((limit) => 'most' in limit))(
    '$setting goes as far as $most, and no further',
    ({ setting, most }) => {
      expect(() => readLimits({ [setting]: String(most) })).not.toThrow();
      expect(() => readLimits({ [setting]: String(most + 1) })).toThrow(`from 1 to ${most};`);
    },
  );
});
