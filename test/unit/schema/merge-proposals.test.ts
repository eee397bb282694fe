import { describe, expect, test } from 'vitest';
import { mergeProposals, unionOf, unionOfScalars } from '../../../src/schema/merge-proposals';
import { normaliseSchema } from '../../../src/schema/normalise';
import { type ProposedField, type Shape, scalar } from '../../../src/schema/proposed-field';
import { propertiesOf, strictSchemaOf } from '../../../src/schema/proposed-schema';

const field = (name: string, shape: Shape, more: Partial<ProposedField> = {}): ProposedField => ({
  name,
  title: name,
  labels: [],
  meaning: null,
  shape,
  examples: [],
  isAsked: false,
  ...more,
});

const names = (fields: readonly ProposedField[]): string[] => fields.map(({ name }) => name);

describe('proposals of several documents', () => {
  test('keep what half of them have, in the order it is met, and what was asked for', () => {
    const text = scalar('string');
    const first = [field('boat', text), field('fee', text, { isAsked: true }), field('crew', text)];
    const second = [field('boat', text), field('berth', text)];
    expect(names(mergeProposals([first, second, []]))).toEqual(['boat', 'fee']);
    expect(names(mergeProposals([first, second]))).toEqual(['boat', 'fee', 'crew', 'berth']);
    expect(mergeProposals([])).toEqual([]);
  });

  test('have the labels and examples of all, each once, and a type that holds the values of all', () => {
    const one = field('fee', scalar('integer'), { labels: ['Fee'], examples: [12, 13] });
    const other = field('fee', scalar('number'), { labels: ['Fee', 'Dues'], examples: [13, 1.5, 2] });
    expect(mergeProposals([[one], [other]])).toEqual([
      field('fee', scalar('number'), { labels: ['Fee', 'Dues'], examples: [12, 13, 1.5] }),
    ]);
  });

  test('have the type of what was seen, not of what was only asked for', () => {
    const guessed = field('arrival', scalar('string'), { isAsked: true });
    const seen = field('arrival', scalar('date'), { isAsked: true, examples: ['2026-05-01'] });
    for (const both of [
      [[guessed], [seen]],
      [[seen], [guessed]],
    ])
      expect(mergeProposals(both).map(({ shape }) => shape)).toEqual([scalar('date')]);
    const table = (column: ProposedField): Shape => ({ kind: 'table', columns: [column] });
    const rows = mergeProposals([[field('rows', table(guessed))], [field('rows', table(seen))]]);
    expect(rows.map(({ shape }) => shape)).toEqual([table(seen)]);
  });

  test('take a table for more than a list, and a list for more than a value', () => {
    const list: Shape = { kind: 'list', of: scalar('integer') };
    const table: Shape = { kind: 'table', columns: [field('a', scalar('string'))] };
    expect([unionOf(list, table), unionOf(scalar('number'), list)]).toEqual([
      table,
      { kind: 'list', of: scalar('number') },
    ]);
  });

  test('offer the answers of both where both offer some, else any', () => {
    const single = { ...scalar('string'), choices: ['single', 'married'] };
    const widowed = { ...scalar('string'), choices: ['married', 'widowed'] };
    expect(unionOfScalars(single, widowed).choices).toEqual(['single', 'married', 'widowed']);
    expect(unionOfScalars(single, scalar('string'))).toEqual(scalar('string'));
    expect(unionOfScalars(scalar('boolean'), single)).toEqual(scalar('string'));
  });
});

describe('the schema of proposals', () => {
  const fields = [
    field('paid_on', scalar('date'), { title: 'Paid on', labels: ['Paid "on"'], examples: ['2026-05-01'] }),
    field('status', { ...scalar('string'), choices: ['single', 'married'] }),
    field('tags', { kind: 'list', of: scalar('string', 'email') }),
    field('rows', { kind: 'table', columns: [field('sum', scalar('number'), { examples: [1.5] })] }),
  ];

  test('is one that is read, with all of its types, formats and answers', () => {
    expect(propertiesOf(fields)).toEqual({
      paid_on: { type: 'string', format: 'date', title: 'Paid on', description: 'Paid on, e.g. called "Paid \'on\'"' },
      status: { type: 'string', enum: ['single', 'married'], title: 'status', description: 'status' },
      tags: {
        type: 'array',
        items: { type: 'string', format: 'email' },
        title: 'tags',
        description: 'tags',
      },
      rows: {
        type: 'array',
        items: { type: 'object', properties: { sum: { type: 'number', title: 'sum', description: 'sum' } } },
        title: 'rows',
        description: 'rows',
      },
    });
    expect(normaliseSchema({ type: 'object', properties: propertiesOf(fields) })).toMatchObject({ ok: true });
  });

  test('when strict requires everything, allows nothing else, and shows what was seen', () => {
    const schema = strictSchemaOf(fields, true);
    expect(normaliseSchema(schema)).toMatchObject({ ok: true });
    expect(schema).toMatchObject({
      required: ['paid_on', 'status', 'tags', 'rows'],
      additionalProperties: false,
      properties: {
        paid_on: { 'x-examples': ['2026-05-01'] },
        rows: {
          items: { required: ['sum'], additionalProperties: false, properties: { sum: { 'x-examples': [1.5] } } },
        },
      },
    });
  });
});
