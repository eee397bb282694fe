import { describe, expect, test } from 'vitest';
import { LIMITS, readLimits, STANDARD_LIMITS } from '../../../src/jobs/limits';
import { READING_LIMITS } from '../../../src/parsers/reading-limits';
import { PARSER_VERSION, parserVersionWith } from '../../../src/parsers/registry';

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

test('the limits of what is read of a document are those that the parsers stand', () => {
  const { pagesPerPdf: pages, filesInside, bytesInside, depthInside } = STANDARD_LIMITS;
  expect({ pages, filesInside, bytesInside, depthInside }).toEqual(READING_LIMITS);
});

test('what was read within other limits is kept apart', () => {
  const versions = [READING_LIMITS, { ...READING_LIMITS, filesInside: 2 }].map(parserVersionWith);
  expect(versions).toEqual([PARSER_VERSION, `${PARSER_VERSION}-5000-2-67108864-3`]);
});
