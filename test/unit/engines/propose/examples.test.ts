import { describe, expect, test } from 'vitest';
import { proposeFields } from '../../../../src/engines/propose/propose-schema';
import type { ParsedDocument } from '../../../../src/parsers/parsed-document';
import type { ProposedField } from '../../../../src/schema/proposed-field';
import { propertiesOf } from '../../../../src/schema/proposed-schema';
import { ask } from '../ask';
import { letter } from '../paper';
import { oneByOne, read } from './outline';

const fieldsOf = (document: ParsedDocument, prompt: string | null = null): Promise<readonly ProposedField[]> =>
  proposeFields(oneByOne([document]), prompt);

const examplesOf = (fields: readonly ProposedField[]) =>
  Object.fromEntries(
    fields.map(({ name, examples, shape }) => [
      name,
      shape.kind === 'table' ? shape.columns.map((column) => column.examples) : examples,
    ]),
  );

describe('what is proposed', () => {
  test('has what stands there as values of its type, of a column the first few', async () => {
    const csv = 'Day,Boat,Fee\n2026-05-01,Aurora,12.5\n2026-05-02,Petrel,8\n2026-05-03,Aurora,9\n2026-05-04,Kite,7\n';
    const note = await read('note.txt', 'Boat name: Aurora\nArrival date: 1 May 2026\nHarbour fee: 12.50 EUR\n');
    expect(examplesOf(await fieldsOf(note))).toMatchObject({
      boat_name: ['Aurora'],
      arrival_date: ['2026-05-01'],
      harbour_fee: [12.5],
    });
    const [table] = Object.values(examplesOf(await fieldsOf(await read('fees.csv', csv))));
    expect(table).toEqual([
      ['2026-05-01', '2026-05-02', '2026-05-03'],
      ['Aurora', 'Petrel', 'Kite'],
      [12.5, 8, 9],
    ]);
  });

  test('names the columns of a data file without headings by what they hold, and finds them again', async () => {
    const csv =
      '02.03.2026;Rent of a shed;-640,00;EUR\n05.03.2026;Bread and oil;-12,50;EUR\n31.03.2026;Wages;2.150,00;EUR\n';
    const document = await read('bookings.csv', csv);
    const fields = await fieldsOf(document);
    expect(
      fields.map(({ name, shape }) => [name, shape.kind === 'table' && shape.columns.map((one) => one.name)]),
    ).toEqual([['transactions', ['date', 'description', 'amount', 'currency']]]);
    expect(await ask(document, { type: 'object', properties: propertiesOf(fields) })).toMatchObject({
      transactions: [{ date: '2026-03-02', amount: -640, currency: 'EUR' }, { amount: -12.5 }, { amount: 2150 }],
    });
  });

  test('offers the answers that boxes offer, yes and no as such, and knows the one that is ticked', async () => {
    const form = letter('Membership: ☐ Single ☒ Family ☐ Student', 'Do you sail? ☒ Yes ☐ No', 'Boat: Aurora');
    const fields = await fieldsOf(form);
    expect(fields.map(({ name, shape, examples }) => [name, shape, examples])).toEqual([
      [
        'membership',
        { kind: 'scalar', type: 'string', format: null, choices: ['Single', 'Family', 'Student'] },
        ['Family'],
      ],
      ['do_you_sail', { kind: 'scalar', type: 'boolean', format: null }, [true]],
      ['boat', { kind: 'scalar', type: 'string', format: null }, ['Aurora']],
    ]);
  });

  test('is what words ask for, with what the document has of it', async () => {
    const note = await read('note.txt', 'Boat name: Aurora\nArrival date: 1 May 2026\n');
    const fields = await fieldsOf(note, 'the boat name and the harbour fee');
    expect(fields.map(({ name, isAsked, examples }) => [name, isAsked, examples])).toEqual([
      ['boat_name', true, ['Aurora']],
      ['harbour_fee', true, []],
    ]);
    expect(await fieldsOf(await read('empty.txt', 'aye aye'))).toEqual([]);
  });
});
