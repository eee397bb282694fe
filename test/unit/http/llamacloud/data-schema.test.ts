import { describe, expect, test } from 'vitest';
import { readDataSchema } from '../../../../src/http/llamacloud/data-schema';

const object = (properties: unknown) => ({ type: 'object', properties });
const refusal = (problem: string) =>
  expect.objectContaining({
    code: 'invalid-request',
    message: expect.stringMatching(`^schema_validation: ${problem}`),
  });

/** Objects inside of objects. */
function nested(levels: number): unknown {
  let shape: unknown = { type: 'string' };
  for (let level = 0; level < levels; level += 1) shape = object({ inner: shape });
  return shape;
}

const many = (count: number, description: string) =>
  object(
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `f${index}`,
        description === '' ? {} : { type: 'string', description },
      ]),
    ),
  );

describe('a schema', () => {
  test('is taken as an object and as text, and given back in the strict spelling', () => {
    const schema = object({ a: { type: 'string', title: 'The A' } });
    const strict = {
      type: 'object',
      properties: { a: { anyOf: [{ type: 'string' }, { type: 'null' }] } },
      required: ['a'],
      additionalProperties: false,
    };
    expect(readDataSchema(schema)).toEqual({ given: schema, strict });
    expect(readDataSchema(JSON.stringify(schema))).toEqual({ given: schema, strict });
  });

  test('may have 5,000 properties, and no more', () => {
    expect(Object.keys(readDataSchema(many(5_000, '')).given.properties ?? {}).length).toBe(5_000);
    expect(() => readDataSchema(many(5_001, ''))).toThrow(refusal('5001 properties; at most 5000'));
  });

  test('is taken back as it was given back, though it has become longer', () => {
    const { given, strict } = readDataSchema(many(2_000, 'how many'));
    expect([JSON.stringify(given).length < 150_000, JSON.stringify(strict).length > 150_000]).toEqual([true, true]);
    expect(readDataSchema(strict)).toEqual({ given: strict, strict });
  });

  test('may nest 7 objects and refer to definitions', () => {
    expect(readDataSchema(nested(7)).strict).toMatchObject({ type: 'object' });
    const root = { $ref: '#/$defs/Root', $defs: { Root: object({ a: { type: 'string', default: null } }) } };
    expect(readDataSchema(root).strict).toMatchObject({ required: ['a'] });
  });

  test.each<[string, unknown, string]>([
    ['no JSON', '{"type": ', 'the schema is not valid JSON'],
    ['text of a list', '[]', 'the schema must be a JSON object'],
    ['a number', 5, 'the schema must be a JSON object'],
    ['a list at the root', { type: 'array', items: { type: 'string' } }, 'the root must be of type "object"'],
    ['a flat list of names', { total: 'number' }, 'the root must be of type "object"'],
    ['no properties', { type: 'object' }, 'the definition produced no fields'],
    ['empty properties', object({}), 'the definition produced no fields'],
    ['an empty schema', {}, 'the root must be of type "object"'],
    ['8 objects deep', nested(8), 'nested 8 levels deep; at most 7'],
    ['an abyss', JSON.parse(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`), 'the root must be'],
    ['an abyss below a root', object(JSON.parse(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`)), 'nested deeper'],
    ['a default', object({ a: { type: 'string', default: 'x' } }), 'properties.a: a default other than null'],
    [
      'a default inside of a list',
      object({ a: { type: 'array', items: object({ b: { type: 'number', default: 0 } }) } }),
      'properties.a.items.properties.b: a default other than null',
    ],
    ['a type of its own', object({ a: { type: 'date' } }), 'properties.a: type "date" is none of JSON Schema'],
    [
      'a circle',
      { ...object({ a: { $ref: '#/$defs/n' } }), $defs: { n: object({ next: { $ref: '#/$defs/n' } }) } },
      'a.next: \\$ref "#/\\$defs/n" leads back to itself',
    ],
    ['a reference to nothing', object({ a: { $ref: '#/$defs/x' } }), 'a: \\$ref "#/\\$defs/x" points at nothing'],
    ['more than 120,000 characters of words', many(300, 'd'.repeat(420)), '\\d+ characters of names'],
    ['more than 150,000 characters', many(400, 'd'.repeat(420)), 'the schema is longer than 150000 characters'],
    ['text longer than that', ' '.repeat(150_001), 'the schema is longer than 150000 characters'],
  ])('of %s is refused', (_kind, schema, problem) => {
    expect(() => readDataSchema(schema)).toThrow(refusal(problem));
  });
});
