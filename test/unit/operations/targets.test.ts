import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { chooseEngine } from '../../../src/engines/registry';
import { readDefinition } from '../../../src/jobs/choose-schema';
import { type LaidOut, layOut } from '../../../src/jobs/lay-out';
import type { Target } from '../../../src/jobs/request';
import { wholeSchema } from '../../../src/jobs/target';
import { onePage } from '../../../src/operations/each-page';
import { extract } from '../../../src/operations/extract';
import type { ParsedDocument } from '../../../src/parsers/parsed-document';
import { parseDocument } from '../../../src/parsers/registry';
import type { Cell } from '../../../src/schema/cell';
import { declared, type Print, paper, table } from '../engines/paper';
import { bytesOf } from '../parsers/outline';

const parsed = (filename: string, text: string, pages: readonly number[] | null = null): Promise<ParsedDocument> =>
  parseDocument(bytesOf(text), { filename, pages });

/** What a reader of the result sees after all phases. */
async function extracted(document: ParsedDocument, entry: unknown, target: Target): Promise<LaidOut> {
  const schema = wholeSchema(readDefinition(entry), target).node;
  const task = { engine: chooseEngine(), document, schema, target, instructions: null, readings: 1 };
  let cells: readonly Cell[] = [];
  for (const phase of ['resolve', 'execute', 'validate', 'reread'] as const)
    cells = await extract[phase].run({ ...task, cells, firstPosition: 0 });
  return layOut(schema, target, { cells, pages: document.pages.length });
}

describe('an entry for each row', () => {
  const ENTRY = { article: 'string', quantity: 'number', unit_price: 'number' };
  const ANVIL = { article: 'Anvil', quantity: 2, unit_price: 40.5 };
  const BELLOWS = { article: 'Bellows', quantity: 1, unit_price: 18 };
  const rowsOf = async (document: ParsedDocument, entry: unknown = ENTRY) =>
    (await extracted(document, entry, 'table-row')).values;

  test.each([
    ['a CSV', 'stock.csv', 'Article,Quantity,Unit price\nAnvil,2,40.50\nBellows,1,18\n', [ANVIL, BELLOWS]],
    ['a CSV of one row', 'stock.csv', 'Article,Quantity,Unit price\nAnvil,2,40.50\n', [ANVIL]],
    ['a CSV of headings alone', 'stock.csv', 'Article,Quantity,Unit price\n', []],
    [
      'a table in a text',
      'note.txt',
      'Delivery note 7\n\nArticle        Quantity     Unit price\nAnvil          2            40.50\nBellows        1            18.00\n\nThank you.\n',
      [ANVIL, BELLOWS],
    ],
    ['one block of labels and values', 'note.txt', 'Article: Anvil\nQuantity: 2\nUnit price: 40.50\n', [ANVIL]],
    ['a letter without any', 'letter.txt', 'Dear Ann,\n\nthank you for your letter.\n', []],
    [
      'a list of JSON objects',
      'stock.json',
      '[{"article":"Anvil","quantity":2,"unit_price":40.5},{"article":"Bellows","quantity":1,"unit_price":18}]',
      [ANVIL, BELLOWS],
    ],
  ])('is read from %s', async (_, filename, text, rows) => {
    expect(await rowsOf(await parsed(filename, text))).toEqual({ rows });
  });

  test('is read from a spreadsheet', async () => {
    const rows = [
      ['Article', 'Quantity', 'Unit price'],
      ['Anvil', 2, 40.5],
      ['Bellows', 1, 18],
    ];
    const bytes = await writeXlsx({ sheets: [{ name: 'Stock', rows }] });
    const document = await parseDocument(bytes, { filename: 'stock.xlsx', pages: null });
    expect(await rowsOf(document)).toEqual({ rows: [ANVIL, BELLOWS] });
  });

  test('is a line of an invoice, not its totals', async () => {
    const invoice = paper([[[36, 36, 'Invoice 4711']]], {
      tables: [
        table([
          ['Article', 'Quantity', 'Unit price', 'Amount'],
          ['Anvil', '2', '40.50', '81.00'],
          ['Bellows', '1', '18.00', '18.00'],
          ['Total', '', '', '99.00'],
        ]),
      ],
    });
    expect(await rowsOf(invoice)).toEqual({ rows: [ANVIL, BELLOWS] });
  });

  test('may have objects in it', async () => {
    const document = await parsed('stock.csv', 'Article,Unit price,Currency\nAnvil,40.50,EUR\nBellows,18,CHF\n');
    expect(await rowsOf(document, { article: 'string', price: { unit_price: 'number', currency: 'string' } })).toEqual({
      rows: [
        { article: 'Anvil', price: { unit_price: 40.5, currency: 'EUR' } },
        { article: 'Bellows', price: { unit_price: 18, currency: 'CHF' } },
      ],
    });
  });
});

describe('an entry for each page', () => {
  const ENTRY = { invoice_number: 'string', total: 'number', items: [{ article: 'string', quantity: 'number' }] };
  const TEXT =
    'Invoice number: A-1\nTotal: 10.00\n\fNothing to see here\n\fInvoice number: A-3\nTotal: 30.00\n\nArticle     Quantity\nAnvil       2\n';
  const EMPTY = { invoice_number: null, total: null, items: [] };
  const THIRD = { invoice_number: 'A-3', total: 30, items: [{ article: 'Anvil', quantity: 2 }] };
  const placesOf = ({ cells }: LaidOut) =>
    cells.map(({ path, citations: [first] }) => `${path.join('.')} on ${first.page}`).sort();

  test('is read as if there were no other page, and an empty page has an empty one', async () => {
    const result = await extracted(await parsed('three.txt', TEXT), ENTRY, 'page');
    expect(result.values).toEqual({ pages: [{ invoice_number: 'A-1', total: 10, items: [] }, EMPTY, THIRD] });
    expect(placesOf(result)).toEqual([
      'pages.0.invoice_number on 1',
      'pages.0.total on 1',
      'pages.2.invoice_number on 3',
      'pages.2.items.0.article on 3',
      'pages.2.items.0.quantity on 3',
      'pages.2.total on 3',
    ]);
  });

  test('counts from the first page that was asked for, and cites the page by its own number', async () => {
    const result = await extracted(await parsed('three.txt', TEXT, [2, 3]), ENTRY, 'page');
    expect(result.values).toEqual({ pages: [EMPTY, THIRD] });
    expect(new Set(placesOf(result).map((place) => place.slice(-4)))).toEqual(new Set(['on 3']));
  });

  const minutes: readonly Print[] = [
    [36, 36, 'Minutes'],
    [36, 60, 'Spring meeting'],
  ];
  test.each([
    ['has as title what the whole document is called, on the only page', [minutes], ['Spring meeting']],
    ['has as title what the page itself is called, on one of many', [minutes, minutes], ['Minutes', 'Minutes']],
  ])('%s', async (_, pages, titles) => {
    const document = paper(pages, { properties: { title: 'Spring meeting' } });
    const { values } = await extracted(document, { title: 'string' }, 'page');
    expect(values).toEqual({ pages: titles.map((title) => ({ title })) });
  });
});

test('a page by itself keeps its number and what stands on it, and nothing else', () => {
  const one = table([['Article'], ['Anvil']]);
  const two = table([['Article'], ['Bellows']], 2);
  const attachment = { filename: 'a.xml', mediaType: 'application/xml', sizeBytes: 9, document: null };
  const document = paper([[[36, 36, 'One']], [[36, 36, 'Two']]], {
    tables: [one, two],
    fields: declared({ number: '7' }),
    attachments: [attachment],
    properties: { title: 'Both' },
    language: 'en',
  });
  expect(onePage(document, 2)).toEqual({
    mediaType: 'application/pdf',
    pages: [document.pages[1]],
    tables: [two],
    fields: [],
    attachments: [],
    properties: {},
    markdown: 'Two\n\n| Article |\n| --- |\n| Bellows |',
    language: 'en',
  });
});
