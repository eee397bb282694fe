import { expect, test } from 'vitest';
import { Metadata } from '../../../../src/http/retab/document-wire';

const of = (length: number) => Object.fromEntries(Array.from({ length }, (_, at) => [`k${at}`, 'v']));

test.each<[string, Record<string, string>]>([
  ['of 16 pairs', of(16)],
  ['with nothing in it', {}],
  ['under an empty name', { '': '' }],
  ['of 64 and 512 characters', { ['k'.repeat(64)]: 'v'.repeat(512) }],
  ['of 64 and 512 characters that take two units each', { ['😀'.repeat(64)]: '😀'.repeat(512) }],
])('metadata %s is taken as it is', (_, pairs) => {
  expect(Metadata.safeParse(pairs).data).toEqual(pairs);
});

test.each<[string, unknown]>([
  ['of 17 pairs', of(17)],
  ['under a name of 65 characters', { ['k'.repeat(65)]: '' }],
  ['with a value of 513 characters', { a: 'v'.repeat(513) }],
  ['with a number', { a: 1 }],
  ['with a name that reading would leave out', JSON.parse('{"a":"b","__proto__":"c"}')],
  ['in a list', ['a']],
])('metadata %s is refused', (_, pairs) => {
  expect(Metadata.safeParse(pairs).success).toBe(false);
});
