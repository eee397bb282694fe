import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SCHEMA_LIMITS } from '../../../src/schema/limits';
import { normaliseSchema } from '../../../src/schema/normalise';
import { fields } from '../../../src/schema/walk';

function shape(input: unknown): unknown {
  const result = normaliseSchema(input);
  if (!result.ok) return { path: result.path, problem: result.problem };
  return fields(result.schema).map(({ key, node }) => [key, node.kind === 'scalar' ? node.type : node.kind]);
}

describe('normaliseSchema', () => {
  test('hands back JSON Schema with a title on every property', () => {
    const result = normaliseSchema({ properties: { invoiceNumber: { type: 'string' }, IBAN: {} } });
    expect(result.ok && result.jsonSchema).toEqual({
      type: 'object',
      properties: {
        invoiceNumber: { type: 'string', title: 'Invoice number' },
        IBAN: { type: 'string', title: 'IBAN' },
      },
    });
  });

  test.each([
    ['JSON Schema', { type: 'object', properties: { a: { type: ['number', 'null'] }, b: { type: 'date' } } }],
    [
      'a list of fields',
      {
        fields: [
          { name: 'a', type: 'number' },
          { field_name: 'b', data_type: 'date' },
        ],
      },
    ],
    [
      'the bare list',
      [
        { key: 'a', type: 'float' },
        { name: 'b', type: 'Date' },
      ],
    ],
    ['the flat format', { a: 'number', b: 'date' }],
  ])('reads %s', (_name, input) => {
    expect(shape(input)).toEqual([
      ['a', 'number'],
      ['b', 'date'],
    ]);
  });

  test('reads children, nested flat objects and lists', () => {
    const list = {
      fields: [
        { name: 'seller', type: 'object', children: [{ name: 'name', type: 'string', required: true }] },
        { name: 'items', type: 'array', children: [{ name: 'price', type: 'number' }] },
      ],
    };
    const flat = { seller: { name: 'string' }, items: [{ price: 'number' }] };
    expect(shape(list)).toEqual(shape(flat));
    expect(shape(flat)).toEqual([
      ['seller.name', 'string'],
      ['items', 'array'],
    ]);
  });

  test('keeps names, descriptions, choices and limits of a leaf', () => {
    const result = normaliseSchema({
      fields: [
        { field_name: 'state', display_name: 'State', data_type: 'enum', description: 'of it', options: ['a', 'b'] },
      ],
    });
    expect(result.ok && result.schema.properties.get('state')).toEqual({
      kind: 'scalar',
      title: 'State',
      description: 'of it',
      type: 'string',
      choices: ['a', 'b'],
      pattern: null,
      format: null,
      minimum: null,
      maximum: null,
    });
  });

  test('resolves local references, allOf, and anyOf with null', () => {
    const input = {
      $defs: { Party: { type: 'object', properties: { name: { type: 'string' } } } },
      properties: {
        seller: { $ref: '#/$defs/Party' },
        buyer: { allOf: [{ $ref: '#/$defs/Party' }], description: 'who pays' },
        total: { anyOf: [{ type: 'number' }, { type: 'null' }] },
        size: { oneOf: [{ const: 's' }, { const: 'l' }] },
      },
    };
    expect(shape(input)).toEqual([
      ['seller.name', 'string'],
      ['buyer.name', 'string'],
      ['total', 'number'],
      ['size', 'string'],
    ]);
    const result = normaliseSchema(input);
    expect(JSON.stringify(result.ok && result.jsonSchema)).not.toContain('$');
  });

  test('allOf adds up whatever its parts are made of; what stands beside it counts first', () => {
    const input = {
      $defs: {
        Named: {
          type: 'object',
          properties: { name: { type: 'string' }, age: { type: 'number' } },
          required: ['name'],
        },
        Placed: {
          allOf: [{ properties: { city: { type: 'string' } } }, { $ref: '#/$defs/Coded' }],
          required: ['city'],
        },
        Coded: { anyOf: [{ properties: { zip: { type: 'integer' } } }, { type: 'null' }] },
      },
      properties: {
        person: {
          allOf: [{ $ref: '#/$defs/Named' }, { $ref: '#/$defs/Placed' }],
          properties: { age: { type: 'integer' } },
          required: ['age'],
        },
      },
    };
    expect(shape(input)).toEqual([
      ['person.name', 'string'],
      ['person.age', 'integer'],
      ['person.city', 'string'],
      ['person.zip', 'integer'],
    ]);
    const result = normaliseSchema(input);
    expect(result.ok && result.schema.properties.get('person')).toMatchObject({ required: ['name', 'city', 'age'] });
  });

  test('keeps keywords it does not know', () => {
    const result = normaliseSchema({ properties: { a: { type: 'string', 'x-own': { b: 1 } } } });
    expect(result.ok && result.jsonSchema).toEqual({
      type: 'object',
      properties: { a: { type: 'string', title: 'A', 'x-own': { b: 1 } } },
    });
  });

  test('a property may be called like one of Object.prototype', () => {
    const input: unknown = JSON.parse('{"properties":{"__proto__":{"type":"number"},"constructor":{"type":"string"}}}');
    expect(shape(input)).toEqual([
      ['__proto__', 'number'],
      ['constructor', 'string'],
    ]);
  });

  const deep = (levels: number): unknown =>
    levels === 0 ? { type: 'string' } : { properties: { a: deep(levels - 1) } };
  const doubling = Object.fromEntries(
    Array.from({ length: 20 }, (_, n) => [
      `d${n}`,
      n === 0
        ? { type: 'string' }
        : { properties: { a: { $ref: `#/$defs/d${n - 1}` }, b: { $ref: `#/$defs/d${n - 1}` } } },
    ]),
  );
  test.each([
    ['text', 'no', '', 'must be a JSON object'],
    ['no fields', {}, '', 'the definition produced no fields'],
    [
      'an array at the root',
      { type: 'array', items: { type: 'string' } },
      '',
      'the root must be an object with properties',
    ],
    [
      'an unknown type word',
      { a: 'strnig' },
      'a',
      '"strnig" is no type; use string, number, integer, boolean, date, array, object, enum',
    ],
    [
      'an unknown JSON Schema type',
      { properties: { a: { type: 'nope' } } },
      'a.type',
      'must be one of string, number, integer, boolean, date, array, object, enum',
    ],
    ['a nameless field', { fields: [{ type: 'string' }] }, 'fields[0].name', 'must be a name'],
    ['a field named twice', { fields: [{ name: 'a' }, { name: 'a' }] }, 'fields', 'names the same field twice'],
    ['a cycle', { properties: { a: { $ref: '#' } } }, 'a.a', '$ref "#" leads back to itself'],
    [
      'a foreign reference',
      { properties: { a: { $ref: 'http://x.invalid/' } } },
      'a',
      '$ref must point into this schema, as "#/$defs/name"',
    ],
    ['a dangling reference', { properties: { a: { $ref: '#/$defs/b' } } }, 'a', '$ref "#/$defs/b" points at nothing'],
    ['a deep shape', deep(20), `${'a.'.repeat(16)}a`, 'nested deeper than 16 levels'],
    [
      'too many choices',
      { properties: { a: { enum: Array.from({ length: 1001 }, (_, n) => n) } } },
      'a.enum',
      'more than 1000 values',
    ],
    ['a false schema', { properties: { a: false } }, 'a', 'must be a schema object'],
  ])('refuses %s and says where', (_name, input, path, problem) => {
    expect(shape(input)).toEqual({ path, problem });
  });

  test('refuses references that multiply', () => {
    expect(normaliseSchema({ $defs: doubling, $ref: '#/$defs/d19' }).ok).toBe(false);
  });

  const many = (count: number, member: (index: number) => readonly [string, unknown]) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => member(index)));
  const each = (definition: unknown) => ({
    $defs: { d: definition },
    properties: many(900, (n) => [`f${n}`, { $ref: '#/$defs/d' }]),
  });
  const chain = many(900, (n) => [`d${n}`, n === 899 ? { type: 'string' } : { $ref: `#/$defs/d${n + 1}` }]);
  const wide = many(8_000, (n) => [`x-${n}`, 1]);
  test.each([
    ['long texts', each({ type: 'string', description: 'x'.repeat(10_000) }), '', 'longer than 262144 characters'],
    ['many keywords', each({ type: 'string', ...wide }), '', 'more than 40000 JSON values'],
    ['large keywords', each({ type: 'string', 'x-own': wide }), '', 'more than 40000 JSON values'],
    [
      'keywords carried along',
      { $defs: chain, properties: { a: { $ref: '#/$defs/d0', ...wide } } },
      'a',
      'more than 80000 keywords to be put together',
    ],
    [
      'parts without end',
      { properties: { a: { allOf: Array.from({ length: 9_000 }, (_, n) => ({ [`x-${n}`]: 1 })) } } },
      'a',
      'more than 1000 references',
    ],
  ])('refuses a small definition that unfolds into a large one: %s', (_name, input, path, problem) => {
    expect(shape(input)).toEqual({ path, problem });
  });

  test('refuses what is too large or circular, at once', () => {
    const circular: Record<string, unknown> = {};
    circular.a = circular;
    expect(shape(circular)).toEqual({ path: '', problem: `nested deeper than ${SCHEMA_LIMITS.nesting} levels` });
    expect(shape({ a: 'x'.repeat(SCHEMA_LIMITS.characters + 1) })).toEqual({
      path: '',
      problem: `longer than ${SCHEMA_LIMITS.characters} characters`,
    });
    expect(shape(Array.from({ length: SCHEMA_LIMITS.values + 1 }, () => 1))).toEqual({
      path: '',
      problem: `more than ${SCHEMA_LIMITS.values} JSON values`,
    });
    expect(shape({ a: 1n })).toEqual({ path: '', problem: 'holds a bigint that is not a JSON value' });
  });

  const word = fc.constantFrom(
    'type',
    'properties',
    'items',
    'fields',
    'name',
    '$ref',
    'anyOf',
    'allOf',
    'enum',
    'string',
    'object',
    'array',
    '#',
    '#/properties/a',
    'a',
  );
  const soup = fc.letrec((tie) => ({
    any: fc.oneof(
      { depthSize: 'medium' },
      word,
      fc.integer(),
      fc.constant(null),
      fc.array(tie('any'), { maxLength: 4 }),
      fc.dictionary(word, tie('any'), { maxKeys: 6 }),
    ),
  })).any;
  test('never throws on arbitrary JSON', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), soup), (input) => {
        normaliseSchema(input);
      }),
      { numRuns: 2_000 },
    );
  });
  test('normalising twice changes nothing', () => {
    fc.assert(
      fc.property(soup, (input) => {
        const once = normaliseSchema(input);
        if (once.ok) expect(normaliseSchema(once.jsonSchema)).toEqual(once);
      }),
      { numRuns: 3_000 },
    );
  });
});
