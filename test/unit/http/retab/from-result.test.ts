import { describe, expect, test } from 'vitest';
import { toAsked } from '../../../../src/http/retab/asked';
import { Extracted } from '../../../../src/http/retab/extract-wire';
import { type ExtractResult, fromResult } from '../../../../src/http/retab/from-result';
import { likelihoodsOf } from '../../../../src/http/retab/likelihoods';
import { warningsOf } from '../../../../src/http/retab/warnings';
import { PLAIN_READING } from '../../../../src/jobs/request';
import { extractionOf, NOON, readOf, resultOf, VALUES } from '../talonic/records';

const { request } = readOf();

const bodyOf = (changes: Partial<ExtractResult> = {}) =>
  fromResult({ request, createdAt: NOON, rows: [resultOf({ pages: 2 })], ...changes });

describe('a completion', () => {
  test('has the values as text and parsed, and a likelihood for each', () => {
    const body = bodyOf();
    expect(body).toEqual({
      id: 'chatcmpl-extraction-1',
      object: 'chat.completion',
      created: Math.floor((NOON + 5000) / 1000),
      model: 'retab-small',
      choices: [
        {
          index: 0,
          finish_reason: 'stop',
          message: { role: 'assistant', content: JSON.stringify(VALUES), parsed: VALUES, refusal: null },
          logprobs: null,
          key_mapping: null,
        },
      ],
      usage: { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0, page_count: 2, credits: 0 },
      extraction_id: 'extraction-1',
      likelihoods: { number: 0.9, items: [{ price: 0.6 }], seller: { name: 0 } },
      request_at: '2026-01-02T03:04:05.006Z',
      first_token_at: null,
      last_token_at: '2026-01-02T03:04:10.006Z',
      warnings: [],
    });
    expect(Extracted.parse(body)).toEqual(body);
  });

  test('of several documents has a choice for each, one that failed saying why', () => {
    const problem = { code: 'document-unreadable', message: 'b.pdf is locked' } as const;
    const failed = resultOf({
      extraction: extractionOf({ id: 'extraction-2', index: 1, outcome: 'failed', problem, endedAt: NOON + 9000 }),
      cells: [],
      values: { number: null, items: [], seller: { name: null } },
      pages: 0,
    });
    const body = bodyOf({ rows: [resultOf({ pages: 2 }), failed] });
    expect(body.choices.map(({ index, message }) => [index, message.parsed, message.refusal])).toEqual([
      [0, VALUES, null],
      [1, failed.values, 'b.pdf is locked'],
    ]);
    expect([body.extraction_id, body.usage.page_count, body.last_token_at]).toEqual([
      'extraction-1',
      2,
      '2026-01-02T03:04:14.006Z',
    ]);
  });

  test('is named as it was asked to be, and says what was asked and not done, each once', () => {
    const content = [{ type: 'text', text: 'Look here.' }, { type: 'image_url' }];
    const additional_messages = [
      { role: 'user', content: 'a' },
      { role: 'user', content },
    ];
    const keys = { items: 'number' };
    const asked = toAsked({ extraction_id: 'mine', chunking_keys: keys, additional_messages }, 'document', []);
    const options = { ...PLAIN_READING, model: 'retab-large' };
    const notices = [
      { option: 'dpi', message: 'no resolution' },
      { option: 'instructions', message: 'no words' },
      { option: 'readings', message: 'one reading' },
      { option: 'model', message: 'no model' },
    ];
    const rows = [resultOf({ notices }), resultOf({ notices })];
    const body = bodyOf({ request: { ...request, asked, options }, rows });
    expect([body.extraction_id, body.model]).toEqual(['mine', 'retab-large']);
    const warned = (message: string, field: string) => ({ code: 'option_not_honoured', message, details: { field } });
    expect(body.warnings).toEqual([
      warned('no resolution', 'image_resolution_dpi'),
      warned('no words', 'additional_messages'),
      warned('one reading', 'n_consensus'),
      warned('no model', 'model'),
      warned('No document is cut here: there is nothing to put together by keys', 'chunking_keys'),
      warned('Of messages only the text is read', 'additional_messages'),
    ]);
  });
});

describe('likelihoods', () => {
  test('are certain where a person said the value, whatever it is', () => {
    const at = NOON;
    const corrections = [
      { field: 'items', value: [{ price: 7 }, { price: null }], reason: null, at },
      { field: 'seller.name', value: null, reason: null, at },
    ];
    const values = { ...VALUES, items: [{ price: 7 }, { price: null }] };
    expect(likelihoodsOf(resultOf({ values, corrections }))).toEqual({
      number: 0.9,
      items: [{ price: 1 }, { price: 1 }],
      seller: { name: 1 },
    });
  });

  test('mirror empty lists and entries without any evidence', () => {
    const values = { number: 'T-1', items: [], pages: [{ a: null }, { a: null }] };
    expect(likelihoodsOf(resultOf({ values }))).toEqual({ number: 0.9, items: [], pages: [{ a: 0 }, { a: 0 }] });
  });
});

test('a wish that had no effect is told by its name in the request, which is not that of an extraction everywhere', () => {
  const rows = [resultOf({ notices: [{ option: 'instructions', message: 'no words' }] })];
  const fieldOf = (asked: typeof request) => warningsOf({ request: asked, rows }).map(({ details }) => details);
  expect(fieldOf(request)).toEqual([{ field: 'additional_messages' }]);
  expect(fieldOf({ ...request, assignment: { operation: 'generate-template' } })).toEqual([{ field: 'instructions' }]);
});
