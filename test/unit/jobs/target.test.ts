import { describe, expect, test } from 'vitest';
import { applyCorrections } from '../../../src/jobs/apply-corrections';
import { readDefinition } from '../../../src/jobs/choose-schema';
import { layOut } from '../../../src/jobs/lay-out';
import type { Target } from '../../../src/jobs/request';
import { entriesName, entryNode, entrySchema, type Shape, wholeSchema } from '../../../src/jobs/target';
import { SCHEMA_LIMITS } from '../../../src/schema/limits';
import { fields } from '../../../src/schema/walk';

const ENTRY = readDefinition({ number: 'string', seller: { name: 'string' } });

describe('the shape of a whole result', () => {
  test('is the shape asked for when the result is about the document', () => {
    expect(wholeSchema(ENTRY, 'document')).toEqual(ENTRY);
    expect(entrySchema(ENTRY, 'document')).toEqual(ENTRY);
    expect(entryNode(ENTRY.node, 'document')).toBe(ENTRY.node);
    expect(entriesName('document')).toBeNull();
  });

  test.each([
    ['page', 'pages', 'Pages'],
    ['table-row', 'rows', 'Rows'],
  ] as const)(
    'is one list when there is an entry for each %s, and the entry can be had back',
    (target, name, title) => {
      const whole = wholeSchema(ENTRY, target);
      expect(whole.definition).toEqual({
        type: 'object',
        properties: { [name]: { type: 'array', title, items: ENTRY.definition } },
        required: [name],
      });
      expect(fields(whole.node).map((field) => field.key)).toEqual([name]);
      expect(entriesName(target)).toBe(name);
      expect(entrySchema(whole, target).definition).toEqual(ENTRY.definition);
      expect([...entryNode(whole.node, target).properties.keys()]).toEqual(['number', 'seller']);
    },
  );

  test('is refused when it only fits the limits without the list around it', () => {
    let deep: unknown = 'string';
    for (let level = 0; level < SCHEMA_LIMITS.depth - 1; level += 1) deep = { inner: deep };
    const shape: Shape = readDefinition(deep);
    expect(wholeSchema(shape, 'document')).toEqual(shape);
    expect(() => wholeSchema(shape, 'page')).toThrow(`deeper than ${SCHEMA_LIMITS.depth} levels`);
  });

  test('is no shape of entries unless it has their list', () => {
    expect(() => entrySchema(ENTRY, 'page')).toThrow('This result has no list of pages');
    expect(() => entryNode(readDefinition({ rows: ['string'] }).node, 'table-row')).toThrow('no list of rows');
  });
});

describe('a result', () => {
  test.each<[Target, string, unknown]>([
    ['document', 'number', { number: null, seller: { name: null } }],
    ['table-row', 'rows', { rows: [] }],
    [
      'page',
      'pages',
      {
        pages: [
          { number: null, seller: { name: null } },
          { number: null, seller: { name: null } },
        ],
      },
    ],
  ])('by %s of which nothing is known has its shape, and takes a correction', (target, field, values) => {
    const { node } = wholeSchema(ENTRY, target);
    const empty = layOut(node, target, { cells: [], pages: 2 });
    expect(empty).toEqual({ cells: [], values });
    expect(applyCorrections(node, empty.values, [{ field, value: ['mended'], reason: null, at: 1 }])).toEqual({
      ...empty.values,
      [field]: ['mended'],
    });
  });
});
