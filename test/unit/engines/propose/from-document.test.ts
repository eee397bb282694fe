import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fields } from '../../../../src/schema/walk';
import { schemaOf } from '../ask';
import { declared, letter, type Print, paper, table } from '../paper';
import { outline, outlineOf, propose, read } from './outline';

describe('a schema proposed from one document', () => {
  test('has a name, a title, the label as printed and a type for every field', async () => {
    const schema = await propose([
      letter('Rechnungsnummer: 4711', 'Ansprechpartner: Ida Lund', 'Number of crates: 12'),
    ]);
    expect(schema).toEqual({
      type: 'object',
      properties: {
        invoice_number: {
          type: 'string',
          title: 'Invoice number',
          description: 'Invoice number, e.g. called "Rechnungsnummer"',
        },
        contact_person: {
          type: 'string',
          title: 'Contact person',
          description: 'Contact person, e.g. called "Ansprechpartner"',
        },
        number_of_crates: {
          type: 'integer',
          title: 'Number of crates',
          description: 'Number of crates, e.g. called "Number of crates"',
        },
      },
    });
  });

  test('has the values that stand after, beside and below their labels, in reading order', async () => {
    const prints: Print[] = [
      [36, 40, 'Invoice no'],
      [160, 40, 'Customer number'],
      [36, 54, 'K-5501'],
      [160, 54, '88123'],
      [36, 100, 'Driver:'],
      [160, 100, 'Sven Alm'],
      [36, 130, 'Licence plate:'],
      [36, 142, 'KI-AB 44'],
      [36, 180, 'Loaded: yes'],
    ];
    const proposed = outline((await propose([paper([prints])])) ?? undefined);
    expect(Object.entries(proposed ?? {})).toEqual([
      ['invoice_number', 'string'],
      ['customer_number', 'string'],
      ['driver', 'string'],
      ['licence_plate', 'string'],
      ['loaded', 'boolean'],
    ]);
  });

  test('has no titles, sentences or greetings in it', async () => {
    const note = letter(
      'Delivery report',
      'Dear reader,',
      'What we saw was this: two birds and a fox.',
      'and then it said: nothing at all',
      'Carrier: Bergpost',
    );
    expect(await outlineOf([note])).toEqual({ carrier: 'string' });
  });

  test('has a table as an array of its typed columns, without its sums', async () => {
    const items = table([
      ['Bezeichnung', 'Menge', 'Einzelpreis', 'Geliefert', 'Am'],
      ['Dielen', '12', '34,50', 'ja', '03.02.2026'],
      ['Leisten', '40', '2,25', 'nein', '04.02.2026'],
      ['Summe', '', '504,00', '', ''],
    ]);
    expect(await outlineOf([paper([[]], { tables: [items], language: 'de' })])).toEqual({
      line_items: [
        { description: 'string', quantity: 'integer', unit_price: 'number', geliefert: 'boolean', am: 'date' },
      ],
    });
  });

  test('has a table that goes on over pages once, and another table beside it', async () => {
    const heads = ['Room', 'Area'];
    const tables = [
      table([heads, ['Kitchen', '12.5'], ['Attic', '20.0']]),
      table([heads, ['Cellar', '31.0'], ['Hall', '8.0']], 2),
      table(
        [
          ['Meter', 'Reading', 'Read on'],
          ['Gas', '881', '2026-01-02'],
          ['Water', '17', '2026-01-02'],
        ],
        2,
      ),
    ];
    expect(await outlineOf([paper([[], []], { tables })])).toEqual({
      rows: [{ room: 'string', area: 'number' }],
      rows_2: [{ meter: 'string', reading: 'integer', read_on: 'date' }],
    });
  });

  test('takes a table of names and values, or of one record, for single fields', async () => {
    const pairs = table(
      [
        ['Feature', 'Value'],
        ['Voltage', '230'],
        ['Installed', '2026-02-03'],
      ],
      1,
      1,
    );
    const named = table([
      ['Name', 'Value'],
      ['Voltage', '230'],
      ['Weight', '12.5'],
    ]);
    const record = table([
      ['Plot', 'Area'],
      ['North', '12.5'],
    ]);
    expect(await outlineOf([paper([[]], { tables: [pairs] })])).toEqual({
      feature: 'string',
      voltage: 'integer',
      installed: 'date',
    });
    expect(await outlineOf([paper([[]], { tables: [named] })])).toEqual({ voltage: 'integer', weight: 'number' });
    expect(await outlineOf([paper([[]], { tables: [record] })])).toEqual({ plot: 'string', area: 'number' });
  });

  test('has the leaves a format declares, each by as much of its path as tells it apart', async () => {
    const order = {
      orderNo: '007',
      seller: { name: 'Holzbau Kern', contact: { name: 'Ida' } },
      buyer: { name: 'Waldhaus' },
      paid: false,
      created_at: '2026-03-04T09:30:00Z',
      tags: ['oak', 'dry'],
      lines: [
        { article: 'Beam', weight: { value: 12.5, unit: 'kg' } },
        { article: 'Board', weight: { value: 7.25, unit: 'kg' } },
      ],
    };
    expect(await outlineOf([await read('order.json', JSON.stringify(order))])).toEqual({
      order_number: 'string',
      seller_name: 'string',
      contact_person: 'string',
      buyer_name: 'string',
      paid: 'boolean',
      created_at: 'date-time',
      tags: ['string'],
      lines: [{ article: 'string', weight_value: 'number', weight_unit: 'string' }],
    });
  });

  test('leaves out what XML says about a value, and the headers that mail programs write for each other', async () => {
    const xml =
      '<?xml version="1.0"?><order no="77"><total currency="EUR">12.50</total><placed>2026-02-03</placed></order>';
    expect(await outlineOf([await read('order.xml', xml)])).toEqual({
      order_number: 'string',
      total_gross: 'number',
      order_date: 'date',
    });
    const mail =
      'From: ida@kern.example\nTo: jo@kern.example\nSubject: Hello\nMessage-ID: <1@kern.example>\n\nWeight: 3 kg\n';
    expect(await outlineOf([await read('a.eml', mail)])).toEqual({
      from: 'email',
      to: 'email',
      subject: 'string',
      weight: 'number',
    });
  });

  test('asks for codes as text, however much they look like numbers', async () => {
    const codes = letter('Article number: 4711', 'Zip code: 80331', 'Batch: 0042', 'Counter: 123456789012', 'Floor: 3');
    expect(await outlineOf([codes])).toEqual({
      article_number: 'string',
      zip_code: 'string',
      batch: 'string',
      counter: 'string',
      floor: 'integer',
    });
  });

  test('stays a size that people read', async () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`field${index}`, 'x']));
    const schema = schemaOf(await propose([paper([[]], { fields: declared(many) })]));
    expect(fields(schema)).toHaveLength(60);
    const wide = table([
      Array.from({ length: 40 }, (_, column) => `Column ${column}`),
      Array.from({ length: 40 }, () => 'x'),
      Array.from({ length: 40 }, () => 'y'),
    ]);
    const [rows] = fields(schemaOf(await propose([paper([[]], { tables: [wide] })])));
    expect(rows?.node.kind === 'array' && rows.node.items.kind === 'object' && rows.node.items.properties.size).toBe(
      20,
    );
  });

  test('has what the first and the last pages of a long document show', async () => {
    const trees = ['Oaks', 'Elms', 'Firs', 'Yews', 'Larches', 'Birches', 'Willows', 'Cedars', 'Limes', 'Pines'];
    const pages = Array.from({ length: 40 }, (_, index): Print[] => [[36, 36, `${trees[index >> 2]}: ${index}`]]);
    const names = Object.keys((await outlineOf([paper(pages)])) ?? {});
    expect(names).toEqual(['oaks', 'elms', 'firs', 'yews', 'larches', 'pines']);
  });

  test('is null for a document that names nothing', async () => {
    expect(await propose([letter('It rained all day and nobody came.')])).toBeNull();
    expect(await propose([paper([[]])])).toBeNull();
  });

  const word = fc.constantFrom(
    'Total',
    'Invoice',
    'number',
    ':',
    '12,50',
    'EUR',
    '01.02.2024',
    'yes',
    '"',
    '__proto__',
    '%',
    '日付',
    '0',
  );
  const text = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
  const print: fc.Arbitrary<Print> = fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 780 }), text);
  const rows = fc.array(fc.array(text, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 4 });
  const leaves = fc.dictionary(fc.string({ minLength: 1, maxLength: 12 }), text, { maxKeys: 6 });

  test('is a valid definition whatever the document, and the same each time', async () => {
    const document = fc.record({ prints: fc.array(print, { maxLength: 20 }), rows, leaves });
    await fc.assert(
      fc.asyncProperty(document, async ({ prints, rows: cells, leaves: values }) => {
        const made = () => paper([prints], { tables: [table(cells)], fields: declared(values) });
        const schema = await propose([made()]);
        if (schema !== null) expect(() => schemaOf(schema)).not.toThrow();
        expect(await propose([made()])).toEqual(schema);
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });

  test('is made of the beginning of a page that does not end', async () => {
    const lines = Array.from({ length: 2_000 }, (_, index) => `Filler ${index}`);
    expect(await outlineOf([letter('Rechnungsnummer: 4711', ...lines, 'Kundennummer: 88123')])).toEqual({
      invoice_number: 'string',
    });
  });
});

describe('a schema proposed from several documents', () => {
  const one = letter('Invoice number: 1', 'Weight: 12', 'Remark: first', 'Due date: 2026-01-02');
  const two = letter('Invoice number: 2', 'Weight: 12.5', 'Due date: at once');
  const three = letter('Rechnungsnummer: 3', 'Weight: 9', 'Carrier: Bergpost', 'Carton: 4');

  test('has what at least half of them have, with types that hold all their values', async () => {
    expect(await outlineOf([one, two, three])).toEqual({
      invoice_number: 'string',
      weight: 'number',
      due_date: 'string',
    });
  });

  test('quotes each label', async () => {
    expect(await propose([one, three])).toMatchObject({
      properties: {
        invoice_number: { description: 'Invoice number, e.g. called "Invoice number" or "Rechnungsnummer"' },
      },
    });
  });

  test('has the columns of all their tables', async () => {
    const tables = [
      table([
        ['Room', 'Area'],
        ['Hall', '8'],
        ['Attic', '20'],
      ]),
      table([
        ['Room', 'Area', 'Heated'],
        ['Cellar', '31.5', 'no'],
        ['Loft', '9', 'yes'],
      ]),
    ];
    expect(await outlineOf(tables.map((each) => paper([[]], { tables: [each] })))).toEqual({
      rows: [{ room: 'string', area: 'number', heated: 'boolean' }],
    });
  });
});

describe('a base', () => {
  const base = {
    type: 'object',
    description: 'Ours',
    properties: { invoiceNumber: { type: 'integer', title: 'No.' }, notes: { type: 'string', title: 'Notes' } },
    required: ['notes'],
  } as const;

  test('is kept as it is, and what it does not have is added', async () => {
    const schema = await propose([letter('Invoice number: 4711', 'Driver: Sven Alm')], null, base);
    expect(schema).toMatchObject(base);
    expect(outline(schema ?? undefined)).toEqual({ invoiceNumber: 'integer', notes: 'string', driver: 'string' });
  });

  test('stands alone where nothing is found', async () => {
    expect(await propose([], null, base)).toEqual(base);
  });
});
