import { describe, expect, test } from 'vitest';
import { ExtractConfig, PLAIN_CONFIG } from '../../../../src/http/llamacloud/extract-config';
import { toNotices } from '../../../../src/http/llamacloud/notices';
import { fromOptions, toOptions, toPriority } from '../../../../src/http/llamacloud/to-options';
import { PLAIN_READING } from '../../../../src/jobs/request';

const config = (changes: Partial<ExtractConfig>): ExtractConfig => ({ ...PLAIN_CONFIG, ...changes });

describe('a configuration', () => {
  test('that says nothing has every default, and asks for nothing', () => {
    expect(PLAIN_CONFIG).toEqual({
      priority: null,
      extraction_target: 'PER_DOC',
      extraction_mode: 'PREMIUM',
      parse_model: null,
      extract_model: null,
      multimodal_fast_mode: false,
      system_prompt: null,
      use_reasoning: false,
      cite_sources: false,
      citation_bbox: false,
      confidence_scores: false,
      chunk_mode: 'PAGE',
      high_resolution_mode: false,
      invalidate_cache: false,
      num_pages_context: null,
      page_range: null,
    });
    expect(toOptions(PLAIN_CONFIG)).toEqual(PLAIN_READING);
  });

  test('is given back as it came, unknown keys left out', () => {
    expect(ExtractConfig.parse({ system_prompt: '', page_range: '3-4', new_key: 1 })).toEqual(
      config({ system_prompt: '', page_range: '3-4' }),
    );
  });

  test.each<Record<string, unknown>>([
    { extraction_mode: 'SLOW' },
    { extraction_target: null },
    { chunk_mode: 'LINE' },
    { priority: 'urgent' },
    { page_range: '0-3' },
    { page_range: 'first' },
    { num_pages_context: 0 },
    { num_pages_context: 1.5 },
    { cite_sources: 'yes' },
    { extract_model: 'm'.repeat(201) },
    { system_prompt: 'p'.repeat(10_001) },
  ])('is refused with %o', (wrong) => {
    expect(ExtractConfig.safeParse(wrong).success).toBe(false);
  });

  test.each<[Partial<ExtractConfig>, object]>([
    [{ system_prompt: ' Mind the units. ' }, { instructions: 'Mind the units.' }],
    [{ system_prompt: '  ' }, {}],
    [{ page_range: '1,3,5-7' }, { pages: [1, 3, 5, 6, 7] }],
    [{ page_range: '' }, {}],
    [{ extraction_target: 'PER_PAGE' }, { target: 'page' }],
    [{ extraction_target: 'PER_TABLE_ROW' }, { target: 'table-row' }],
    [{ invalidate_cache: true }, { fresh: true }],
    [{ parse_model: 'reader-1' }, { model: 'reader-1' }],
    [{ parse_model: 'reader-1', extract_model: 'thinker-2' }, { model: 'thinker-2' }],
    [{ chunk_mode: 'SECTION' }, { chunks: { by: 'section', pages: null } }],
    [{ num_pages_context: 4 }, { chunks: { by: 'page', pages: 4 } }],
    [{ high_resolution_mode: true }, { dpi: 300 }],
    [{ cite_sources: true, confidence_scores: true, use_reasoning: true, extraction_mode: 'FAST' }, {}],
  ])('%o is what we call %o', (changes, options) => {
    expect(toOptions(config(changes))).toEqual({ ...PLAIN_READING, ...options });
  });

  test('of a job made in other words tells all that can be told, and means the same', () => {
    const options = {
      ...PLAIN_READING,
      instructions: 'Mind the units.',
      pages: [1, 2, 9],
      target: 'page',
      fresh: true,
      model: 'thinker-2',
      chunks: { by: 'section', pages: 3 },
      dpi: 300,
    } as const;
    const told = fromOptions(options);
    expect(told).toMatchObject({ cite_sources: true, confidence_scores: true });
    expect(toOptions(ExtractConfig.parse(told))).toEqual(options);
  });

  test.each([
    [null, null, 'normal'],
    [null, 'critical', 'high'],
    ['low', 'critical', 'normal'],
    ['high', null, 'high'],
    ['medium', 'high', 'normal'],
  ] as const)('a job of priority %s and a configuration of %s is %s', (ofJob, priority, expected) => {
    expect(toPriority(ofJob, config({ priority }))).toBe(expected);
  });
});

const ALL_PAGES = { pagesAsked: null, pagesRead: 4 };

describe('what had no effect', () => {
  const engine = ['instructions', 'model', 'chunks', 'dpi', 'readings'].map((option) => ({
    option,
    message: `no ${option}`,
  }));

  test('is told by the names under which it was asked for', () => {
    const asked = config({
      system_prompt: 'Mind the units.',
      parse_model: 'reader-1',
      extract_model: 'thinker-2',
      chunk_mode: 'SECTION',
      num_pages_context: 3,
      high_resolution_mode: true,
      multimodal_fast_mode: true,
      use_reasoning: true,
      extraction_mode: 'FAST',
      priority: 'low',
    });
    expect(toNotices(engine, asked, ALL_PAGES).map(({ option, message }) => [option, message])).toEqual([
      ['system_prompt', 'no instructions'],
      ['extract_model', 'no model'],
      ['chunk_mode', 'no chunks'],
      ['num_pages_context', 'no chunks'],
      ['high_resolution_mode', 'no dpi'],
      ['extraction_mode', 'There is one way of reading documents here, whatever the mode.'],
      ['multimodal_fast_mode', 'There is one way of reading documents here, whatever the mode.'],
      ['parse_model', 'One model does it all here, that of extract_model.'],
      ['priority', 'Jobs of low priority wait among those of medium priority.'],
      ['use_reasoning', expect.any(String)],
    ]);
  });

  test('is nothing where nothing was asked for', () => {
    expect(toNotices([], PLAIN_CONFIG, ALL_PAGES)).toEqual([]);
    const honoured = { use_reasoning: true, cite_sources: true, priority: 'critical', invalidate_cache: true } as const;
    expect(toNotices([], config(honoured), ALL_PAGES)).toEqual([]);
  });

  test('names the model that was asked for alone', () => {
    const notices = toNotices(engine.slice(1, 2), config({ parse_model: 'reader-1' }), ALL_PAGES);
    expect(notices).toEqual([{ option: 'parse_model', message: 'no model' }]);
  });

  test('is of pages, those that the document does not have', () => {
    const noticesOf = (pagesRead: number) => toNotices([], config({ page_range: '3-5' }), { pagesAsked: 3, pagesRead });
    expect(noticesOf(1)).toEqual([{ option: 'page_range', message: 'The document has 1 of the 3 pages asked for.' }]);
    expect(noticesOf(3)).toEqual([]);
  });
});
