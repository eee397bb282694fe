import { describe, expect, test } from 'vitest';
import { readAsked } from '../../../../src/http/llamacloud/asked';
import { PLAIN_CONFIG } from '../../../../src/http/llamacloud/extract-config';
import type { Asking } from '../../../../src/http/llamacloud/notices';
import { readAskedV2, toAskedV2 } from '../../../../src/http/llamacloud/v2/asked-v2';
import { fromConfig, toConfig, toReadOptions } from '../../../../src/http/llamacloud/v2/configuration';
import {
  type ExtractConfiguration,
  GivenConfiguration,
  PLAIN_SETTINGS,
} from '../../../../src/http/llamacloud/v2/configuration-wire';
import { readConfiguration } from '../../../../src/http/llamacloud/v2/configurations';
import { toNotices } from '../../../../src/http/llamacloud/v2/notices';
import type { Notice } from '../../../../src/jobs/blob-port';
import { JobError } from '../../../../src/jobs/errors';
import { PLAIN_READING } from '../../../../src/jobs/request';

type Settings = Omit<ExtractConfiguration, 'data_schema'>;

const settings = (changes: Partial<Settings>): Settings => ({ ...PLAIN_SETTINGS, ...changes });

describe('a configuration as options', () => {
  const CASES: readonly [Partial<Settings>, Partial<typeof PLAIN_READING>][] = [
    [{}, {}],
    [{ tier: 'agentic_plus', parse_tier: 'fast', version: '2026-01-02' }, {}],
    [{ cite_sources: true, confidence_scores: true }, {}],
    [{ extraction_target: 'per_page' }, { target: 'page' }],
    [{ extraction_target: 'per_table_row' }, { target: 'table-row' }],
    [{ system_prompt: ' Be brief. ' }, { instructions: 'Be brief.' }],
    [{ system_prompt: ' ' }, {}],
    [{ disable_cache: true }, { fresh: true }],
    [{ target_pages: '7,1-3' }, { pages: [1, 2, 3, 7] }],
    [{ target_pages: '' }, {}],
    [{ max_pages: 3 }, { pages: [1, 2, 3] }],
    [{ max_pages: 2, target_pages: '4-9' }, { pages: [4, 5] }],
    [{ max_pages: 9, target_pages: '4' }, { pages: [4] }],
  ];

  test.each(CASES)('%j asks for %j', (asked, options) => {
    expect(toReadOptions(settings(asked))).toEqual({ ...PLAIN_READING, ...options });
  });
});

describe('a configuration in the words of the first generation', () => {
  const CASES: readonly [Partial<Settings>, Partial<typeof PLAIN_CONFIG>][] = [
    [{}, { extraction_mode: 'PREMIUM' }],
    [{ tier: 'cost_effective' }, { extraction_mode: 'BALANCED' }],
    [{ tier: 'turbo' }, { extraction_mode: 'MULTIMODAL' }],
    [
      { extraction_target: 'per_page', cite_sources: true },
      { extraction_target: 'PER_PAGE', cite_sources: true },
    ],
    [
      { confidence_scores: true, disable_cache: true },
      { confidence_scores: true, invalidate_cache: true },
    ],
    [
      { target_pages: '1,2,3,5', system_prompt: 'a' },
      { page_range: '1-3,5', system_prompt: 'a' },
    ],
    [{ max_pages: 10_000 }, { page_range: '1-10000' }],
  ];

  test.each(CASES)('%j is %j', (asked, config) => {
    expect(toConfig(settings(asked))).toEqual({ ...PLAIN_CONFIG, ...config });
  });
});

describe('a configuration of the first generation', () => {
  const CASES: readonly [Partial<typeof PLAIN_CONFIG>, Partial<Settings>][] = [
    [{}, { tier: 'agentic', parse_tier: 'agentic_plus' }],
    [{ extraction_mode: 'FAST' }, { tier: 'cost_effective' }],
    [{ extraction_mode: 'BALANCED' }, { tier: 'cost_effective' }],
    [{ extraction_mode: 'MULTIMODAL' }, { tier: 'agentic' }],
    [
      { extraction_mode: 'FAST', citation_bbox: true },
      { tier: 'cost_effective', cite_sources: true },
    ],
    [
      { extraction_mode: 'FAST', extraction_target: 'PER_TABLE_ROW', page_range: '1,2', invalidate_cache: true },
      { tier: 'cost_effective', extraction_target: 'per_table_row', target_pages: '1,2', disable_cache: true },
    ],
  ];

  test.each(CASES)('%j is %j', (config, asked) => {
    const schema = { type: 'object' };
    expect(fromConfig({ ...PLAIN_CONFIG, ...config }, schema)).toEqual({ ...settings(asked), data_schema: schema });
  });
});

test('what was asked is read back by both generations', () => {
  const asked = {
    configuration: { ...settings({ cite_sources: true }), data_schema: { type: 'object' } },
    configurationId: 'c1',
    fileInput: 'dfl-1',
  };
  const kept = toAskedV2(asked, 'Letters');
  expect(readAskedV2(kept)).toEqual(asked);
  expect(readAsked(kept)).toEqual({
    dataSchema: { type: 'object' },
    config: { ...PLAIN_CONFIG, cite_sources: true },
    agentName: 'Letters',
  });
  expect(readAskedV2(null)).toBeNull();
  expect(readAskedV2({ form: 'llamacloud/1', body: {} })).toBeNull();
  expect(readAskedV2({ form: 'other/1', body: kept.body })).toBeNull();
});

describe('a configuration as it comes in', () => {
  const data_schema = { type: 'object', properties: { a: { type: 'string', title: 'A' } } };

  test('is filled up with defaults, its schema in the strict spelling', () => {
    const given = GivenConfiguration.parse({ data_schema: JSON.stringify(data_schema), cite_sources: null, other: 1 });
    expect(readConfiguration(given)).toEqual({
      definition: data_schema,
      options: PLAIN_READING,
      configuration: {
        ...PLAIN_SETTINGS,
        data_schema: {
          type: 'object',
          properties: { a: { anyOf: [{ type: 'string' }, { type: 'null' }] } },
          required: ['a'],
          additionalProperties: false,
        },
      },
    });
  });

  test('with a way of parsing that is stored elsewhere is refused', () => {
    const given = GivenConfiguration.parse({ data_schema, parse_config_id: 'cfg-x' });
    expect(() => readConfiguration(given)).toThrow(JobError);
  });

  test.each([
    { tier: 'best' },
    { extraction_target: 'PER_DOC' },
    { target_pages: '3-1' },
    { max_pages: 0 },
    { version: 'newest' },
    { sheet_names: 'Sheet 1' },
  ])('with %j is none', (wrong) => {
    expect(GivenConfiguration.safeParse({ data_schema, ...wrong }).success).toBe(false);
  });
});

describe('what has no effect', () => {
  const FEWER = { pagesAsked: 9, pagesRead: 4 };
  const optionsOf = (asked: Partial<Settings>, asking: Asking, engine: readonly Notice[] = []) =>
    toNotices(engine, { ...settings(asked), data_schema: {} }, asking).map(({ option }) => option);

  test('is told in the words it was asked in', () => {
    const asked: Partial<Settings> = {
      tier: 'turbo',
      parse_tier: 'fast',
      version: '2026-01-02',
      target_pages: '1-9',
      spreadsheet_mode: true,
      sheet_names: ['a'],
    };
    const engine = [{ option: 'instructions', message: 'No words.' }];
    expect(optionsOf(asked, FEWER, engine)).toEqual([
      'system_prompt',
      'tier',
      'parse_tier',
      'version',
      'target_pages',
      'spreadsheet_mode',
      'sheet_names',
    ]);
  });

  test('is no largest number of pages that is not reached', () => {
    expect(optionsOf({ max_pages: 9 }, FEWER)).toEqual([]);
    expect(optionsOf({ max_pages: 9, target_pages: ' ' }, FEWER)).toEqual([]);
  });

  test('is nothing where all pages are there', () => {
    expect(optionsOf({ target_pages: '1-4' }, { ...FEWER, pagesAsked: 4 })).toEqual([]);
  });
});
