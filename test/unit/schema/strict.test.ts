import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../src/schema/json';
import { strictSchema } from '../../../src/schema/strict';

const orNull = (shape: JsonObject): JsonObject => ({ anyOf: [shape, { type: 'null' }] });
const closed = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({
  ...more,
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});

describe('the strict spelling', () => {
  test('requires every name, and lets what was optional be null', () => {
    const given = {
      type: 'object',
      title: 'Letter',
      description: 'One letter',
      properties: {
        a: { type: 'string', title: 'A', description: 'the first' },
        b: { type: 'integer', default: null },
      },
      required: ['a'],
    };
    expect(strictSchema(given)).toEqual(
      closed(
        { a: { type: 'string', description: 'the first' }, b: orNull({ type: 'integer' }) },
        { description: 'One letter' },
      ),
    );
  });

  test.each<[string, JsonObject]>([
    ['anyOf', { anyOf: [{ type: 'number' }, { type: 'null' }] }],
    ['oneOf', { oneOf: [{ type: 'null' }, { type: 'number' }] }],
    ['a list of types', { type: ['number', 'null'] }],
    ['nullable', { type: 'number', nullable: true }],
    ['a reference to one', { $ref: '#/$defs/maybe' }],
  ])('keeps what may be null by %s, also where it is required', (_way, member) => {
    const $defs = { maybe: { anyOf: [{ type: 'number' }, { type: 'null' }] } };
    const given = { type: 'object', properties: { n: member }, required: ['n'], $defs };
    expect(strictSchema(given)).toEqual(closed({ n: orNull({ type: 'number' }) }));
  });

  test('closes objects at every depth and resolves references', () => {
    const given = {
      type: 'object',
      properties: {
        rows: { type: 'array', items: { $ref: '#/$defs/row' } },
        seller: { allOf: [{ $ref: '#/$defs/party' }], description: 'who sells' },
      },
      required: ['rows', 'seller'],
      $defs: {
        row: { type: 'object', title: 'Row', properties: { price: { type: 'number' } }, required: ['price'] },
        party: { type: 'object', properties: { name: { type: 'string' } } },
      },
    };
    expect(strictSchema(given)).toEqual(
      closed({
        rows: { type: 'array', items: closed({ price: { type: 'number' } }) },
        seller: closed({ name: orNull({ type: 'string' }) }, { description: 'who sells' }),
      }),
    );
  });

  test.each<[string, JsonObject]>([
    ['the choice of null alone', { enum: [null] }],
    ['null for a constant', { const: null }],
    ['the type of null', { type: 'null' }],
    ['no choice at all, of what may be null', { enum: [], nullable: true }],
  ])('knows nothing of a value by %s', (_way, member) => {
    const given = { type: 'object', properties: { n: member }, required: ['n'] };
    expect(strictSchema(given)).toEqual(closed({ n: orNull({ type: 'string' }) }));
  });

  test('takes null out of a choice and says it as every other null', () => {
    const given = { type: 'object', properties: { unit: { type: 'string', enum: ['kg', null] } }, required: ['unit'] };
    expect(strictSchema(given)).toEqual(closed({ unit: orNull({ type: 'string', enum: ['kg'] }) }));
  });

  test('says the same when it is said again', () => {
    const given = {
      type: 'object',
      properties: { a: { type: 'array', items: {} }, b: { enum: [1, 2] } },
      required: ['b'],
    };
    const once = strictSchema(given);
    expect(once).toEqual(closed({ a: orNull({ type: 'array', items: { type: 'string' } }), b: { enum: [1, 2] } }));
    expect(strictSchema(once)).toEqual(once);
  });
});
