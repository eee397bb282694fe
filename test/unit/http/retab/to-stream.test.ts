import { expect, test } from 'vitest';
import { fromResult } from '../../../../src/http/retab/from-result';
import { toStream } from '../../../../src/http/retab/to-stream';
import { NOON, readOf, resultOf } from '../talonic/records';

const { request } = readOf();

test('a completion is streamed as one line that has all of it, flat and whole', () => {
  const values = { number: 'Größe „7"\u2028', items: [{ price: 5 }], seller: { name: null } };
  const body = fromResult({ request, createdAt: NOON, rows: [resultOf({ values, pages: 2 })] });
  const line = toStream(body);
  expect(line).toMatch(/^[ -~]+\n$/);
  const { likelihoods: _likelihoods, warnings: _warnings, ...rest } = body;
  expect(JSON.parse(line)).toEqual({
    ...rest,
    object: 'chat.completion.chunk',
    choices: [
      {
        index: 0,
        finish_reason: 'stop',
        delta: {
          role: 'assistant',
          content: JSON.stringify(values),
          flat_parsed: { number: 'Größe „7"\u2028', 'items.0.price': 5, 'seller.name': null },
          flat_likelihoods: { number: 0.9, 'items.0.price': 0.6, 'seller.name': 0 },
          flat_deleted_keys: [],
          full_parsed: values,
          is_valid_json: true,
          key_mapping: null,
        },
        logprobs: null,
      },
    ],
  });
});
