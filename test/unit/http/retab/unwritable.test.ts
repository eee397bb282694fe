import { expect, it } from 'vitest';
import { unwritable } from '../../../../src/http/retab/unwritable';
import type { JsonValue } from '../../../../src/schema/json';

const nested = (levels: number): JsonValue => JSON.parse('['.repeat(levels) + ']'.repeat(levels)) as JsonValue;

it.each<[string, JsonValue, string | null]>([
  ['plain values', { a: [1, 'b', null, true] }, null],
  ['a number that is read as infinite', { a: [JSON.parse('1e400') as number] }, 'holds a number too large to be kept'],
  ['what is nested as deep as can be written', nested(200), null],
  ['what is nested deeper', nested(5000), 'nested deeper than 200 levels'],
])('%s', (_, given, problem) => {
  expect(unwritable(given)).toBe(problem);
});
