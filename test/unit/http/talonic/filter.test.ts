import { describe, expect, test } from 'vitest';
import { accept } from '../../../../src/http/door';
import { encodeCursor } from '../../../../src/http/talonic/cursor';
import { FilterBody, FilterResult } from '../../../../src/http/talonic/filter-wire';
import { fromFiltered } from '../../../../src/http/talonic/from-filter';
import { OFFSET, toFilterDocuments } from '../../../../src/http/talonic/to-filter';
import type { FieldRecord, FieldValue } from '../../../../src/jobs/field';
import { NOON } from './records';

const ID = '00000000-0000-4000-8000-000000000000';
const NOTHING = {
  conditions: [],
  words: [],
  sourceId: null,
  sort: null,
  window: { limit: 50, after: null, order: 'desc', offset: 0 },
};
const read = (body: unknown) => toFilterDocuments(accept(FilterBody, body));
const conditionOf = (condition: object) => read({ conditions: [{ field: 'f', ...condition }] }).conditions[0];

describe('a filter', () => {
  test.each([
    [{}, NOTHING],
    [{ conditions: null, search: null, sort: null, page: null, cursor: null, source_id: null }, NOTHING],
    [
      { page: 3, limit: '10' },
      { ...NOTHING, window: { ...NOTHING.window, limit: 10, offset: 20 } },
    ],
    [{ limit: 9999 }, { ...NOTHING, window: { ...NOTHING.window, limit: 500 } }],
    [{ per_page: 5 }, { ...NOTHING, window: { ...NOTHING.window, limit: 5 } }],
    [
      { search: 'late invoices', source_connection_id: `src-${ID}` },
      { ...NOTHING, words: ['late', 'invoice'], sourceId: ID },
    ],
    [{ sort: { fieldId: 'total', direction: 'DESC' } }, { ...NOTHING, sort: { field: 'total', order: 'desc' } }],
    [{ sort: { field: 'created_at' } }, { ...NOTHING, window: { ...NOTHING.window, order: 'asc' } }],
    [
      { cursor: encodeCursor({ createdAt: 5, id: ID }), page: 7 },
      { ...NOTHING, window: { ...NOTHING.window, after: { createdAt: 5, id: ID } } },
    ],
    [
      { cursor: encodeCursor({ createdAt: 50, id: OFFSET }), sort: { field: 'f' } },
      { ...NOTHING, sort: { field: 'f', order: 'asc' }, window: { ...NOTHING.window, offset: 50 } },
    ],
  ])('of %j is understood', (body, expected) => {
    expect(read(body)).toEqual(expected);
  });

  test.each(['fieldId', 'field_id', 'field'])('names its field as %s', (name) => {
    expect(read({ conditions: [{ [name]: 'Total', operator: 'gt', value: 5 }] }).conditions).toEqual([
      { field: 'Total', operator: 'gt', operands: [5] },
    ]);
  });

  test.each([
    [{ operator: 'eq', value: null }, 'is-empty', []],
    [{ operator: 'neq', value: null }, 'is-not-empty', []],
    [{ operator: 'eq', value: '' }, 'is-empty', []],
    [{ operator: 'neq', value: '' }, 'is-not-empty', []],
    [{ operator: 'is_empty', value: 'whatever' }, 'is-empty', []],
    [{ operator: 'is_not_empty' }, 'is-not-empty', []],
    [{ operator: 'between', value: 1, valueTo: 2 }, 'between', [1, 2]],
    [{ operator: 'between', value: [1, 2] }, 'between', [1, 2]],
    [{ operator: 'in', value: 'a, b,,c' }, 'in', ['a', 'b', 'c']],
    [{ operator: 'in', value: ['a', 1, true] }, 'in', ['a', 1, true]],
    [{ operator: 'starts_with', value: 'x' }, 'starts-with', ['x']],
    [{ operator: 'eq', value: false }, 'eq', [false]],
  ])('%j compares', (given, operator, operands) => {
    expect(conditionOf(given)).toEqual({ field: 'f', operator, operands });
  });

  test.each([
    [{ operator: 'eq' }, 'conditions[0].value: must be one value'],
    [{ operator: 'gt', value: null }, 'conditions[0].value: must be one value'],
    [{ operator: 'gt', value: [1, 2] }, 'conditions[0].value: must be one value'],
    [{ operator: 'between', value: 1 }, 'conditions[0].value: must be two values'],
    [{ operator: 'in', value: '' }, 'conditions[0].value: must be a list of values'],
    [{ operator: 'like', value: 1 }, 'conditions[0].operator: must be one of eq, neq'],
    [{ operator: 'eq', value: { a: 1 } }, 'conditions[0].value: must be text'],
    [{ field: '', operator: 'eq', value: 1 }, 'conditions[0].field'],
    [{ field: null, operator: 'eq', value: 1 }, 'conditions[0].fieldId: missing'],
  ])('%j is refused', (condition, message) => {
    expect(() => conditionOf(condition)).toThrow(message);
  });

  test.each([
    [{ page: 0 }, 'page: starts at 1'],
    [{ limit: 'ten' }, 'limit: must be a whole number'],
    [{ cursor: 'zzz' }, 'cursor: not a cursor'],
    [{ conditions: Array(21).fill({ field: 'f', operator: 'is_empty' }) }, 'conditions: at most 20 conditions'],
    [[], 'Invalid input'],
  ])('of %j is refused', (body, message) => {
    expect(() => read(body)).toThrow(message);
  });
});

const fieldOf = (id: string, type: string): FieldRecord => ({
  id,
  accountId: 'a',
  canonicalName: `name_${id}`,
  title: id,
  type,
  description: '',
  group: null,
  occurrences: 1,
  createdAt: NOON,
  updatedAt: NOON,
});
const readingOf = (fieldId: string, text: string, number: number | null = null): FieldValue => ({
  fieldId,
  documentId: 'd',
  extractionId: 'e',
  text,
  number,
  time: null,
  at: NOON,
});

describe('what was found', () => {
  const fields = new Map(['number', 'boolean', 'string', 'array'].map((type) => [type, fieldOf(type, type)]));
  const values = [
    readingOf('number', '12.5', 12.5),
    readingOf('boolean', 'true'),
    readingOf('string', '7 kg', 7),
    readingOf('array', 'a, b', 2),
    readingOf('forgotten', 'x'),
  ];
  const document = { id: 'd', filename: 'a.pdf', sourceId: null, createdAt: NOON };
  const found = {
    found: {
      items: [document, { ...document, id: 'd2', sourceId: 's' }],
      total: 9,
      next: { createdAt: NOON, id: 'd2' },
    },
    values: new Map([['d', values]]),
    fields,
    warnings: [
      { code: 'unknown-field', message: 'm', field: 'f', fieldId: null, suggestion: null },
      { code: 'compared-as', message: 'm', field: 'f', fieldId: 'i', suggestion: 's' },
    ],
  } as const;

  test('has the same rows under the names of the page and of the SDK, nothing null in them', () => {
    const body = fromFiltered(found, read({ limit: 2, page: 2 }));
    expect(body.data).toEqual([
      {
        id: 'd',
        document_id: 'd',
        filename: 'a.pdf',
        name: 'a.pdf',
        uploadedAt: '2026-01-02T03:04:05.006Z',
        fields: { name_number: 12.5, name_boolean: true, name_string: '7 kg', name_array: 'a, b' },
        fieldValues: { number: 12.5, boolean: true, string: '7 kg', array: 'a, b' },
      },
      expect.objectContaining({ id: 'd2', sourceId: 's', fields: {}, fieldValues: {} }),
    ]);
    expect(body).toMatchObject({ total: 9, page: 2, limit: 2, pagination: { total: 9, limit: 2, has_more: true } });
    expect(body.documents).toEqual(body.data);
    expect(body.warnings).toEqual([
      { code: 'unknown_field', message: 'm', field: 'f' },
      { code: 'compared_as', message: 'm', field: 'f', field_id: 'i', suggestion: 's' },
    ]);
    expect(FilterResult.parse(body)).toEqual(body);
  });

  test('goes on by number of rows where it is ordered by a value', () => {
    const asked = read({ limit: 2, page: 2, sort: { field: 'f' } });
    const { next_cursor } = fromFiltered(found, asked).pagination;
    expect(read({ limit: 2, sort: { field: 'f' }, cursor: next_cursor }).window).toMatchObject({
      offset: 4,
      after: null,
    });
  });
});
