import { describe, expect, it } from 'vitest';
import { cutIntoParts, PAGES_PER_PART } from '../../../src/parsers/parsed-part';
import { parseDocument, parseInParts } from '../../../src/parsers/registry';
import { LINES_PER_PAGE } from '../../../src/parsers/typeset-page';
import { type Print, paper, table } from '../engines/paper';
import { bytesOf } from './outline';

/** `count` pages; the number stands on each. */
const pagesOfText = (count: number): string =>
  Array.from({ length: count }, (_, index) => `Page ${index + 1}\nof words\n`).join('\f');

async function partsOf(text: string, pages: readonly number[] | null = null, from = 1, filename = 'long.txt') {
  const parts = [];
  for await (const { document, isLast } of parseInParts(bytesOf(text), { filename, pages }, null, from))
    parts.push({ pages: document.pages.map(({ number, lines }) => [number, lines[0]?.text]), isLast });
  return parts;
}

const expected = (from: number, to: number, isLast: boolean) => ({
  pages: Array.from({ length: to - from + 1 }, (_, index) => [from + index, `Page ${from + index}`]),
  isLast,
});

describe('a long text in parts', () => {
  it('is all of its pages, each once, and a short one is one part as it is read whole', async () => {
    expect(await partsOf(pagesOfText(60))).toEqual([
      expected(1, 25, false),
      expected(26, 50, false),
      expected(51, 60, true),
    ]);
    expect(await partsOf(pagesOfText(PAGES_PER_PART))).toEqual([expected(1, 25, true)]);
    const [part] = await documentsOf('Total: 12.50\n');
    expect(part).toEqual(await parseDocument(bytesOf('Total: 12.50\n'), { filename: 'long.txt', pages: null }));
  });

  it('has the same parts when it is begun in the middle, or asked for some pages', async () => {
    const text = pagesOfText(90);
    expect(await partsOf(text, null, 3)).toEqual((await partsOf(text)).slice(2));
    const some = [
      {
        pages: [
          [2, 'Page 2'],
          [24, 'Page 24'],
        ],
        isLast: false,
      },
      { pages: [[77, 'Page 77']], isLast: true },
    ];
    expect(await partsOf(text, [2, 24, 77])).toEqual(some);
    expect(await partsOf(text, [2, 24, 77], 2)).toEqual(some.slice(1));
    expect(await partsOf(text, [500])).toEqual([{ pages: [], isLast: true }]);
  });

  it('ends with its last text, whatever blank pages and lines follow', async () => {
    expect(await partsOf(`${pagesOfText(25)}\f\f\n\n`)).toEqual([expected(1, 25, true)]);
  });

  it('is cut alike where one line is longer than many pages', async () => {
    const parts = await partsOf(`Page 1\n${'word '.repeat(48 * LINES_PER_PAGE * 30)}`);
    expect(parts.map(({ pages }) => pages.length)).toEqual([25, 6]);
  });
});

async function documentsOf(text: string, filename = 'long.txt') {
  const documents = [];
  for await (const { document } of parseInParts(bytesOf(text), { filename, pages: null })) documents.push(document);
  return documents;
}

describe('a document that was read whole', () => {
  const line: Print = [36, 36, 'A line'];
  it('is cut at every 25th page; what belongs to no page is with the first part', () => {
    const attachment = { filename: 'a.xml', mediaType: 'application/xml', sizeBytes: 9, document: null };
    const whole = paper(
      Array.from({ length: 26 }, () => [line]),
      {
        attachments: [attachment],
        properties: { title: 'Long' },
        tables: [table([['Article'], ['Anvil']], 26)],
      },
    );
    const parts = [...cutIntoParts(whole)];
    expect(
      parts.map(({ document: { pages, tables, attachments, properties }, isLast }) => ({
        pages: pages.length,
        tables: tables.length,
        attachments: attachments.length,
        properties,
        isLast,
      })),
    ).toEqual([
      { pages: 25, tables: 0, attachments: 1, properties: { title: 'Long' }, isLast: false },
      { pages: 1, tables: 1, attachments: 0, properties: { title: 'Long' }, isLast: true },
    ]);
  });

  it('has fewer pages in a part where they are full', () => {
    const full = Array.from({ length: 9_000 }, () => line);
    const parts = [...cutIntoParts(paper([full, full, [line]]))];
    expect(parts.map(({ document }) => document.pages.map(({ number }) => number))).toEqual([[1], [2, 3]]);
  });
});

describe('what is too long to be read', () => {
  it.each([
    [
      'text',
      'long.txt',
      'x'.repeat(20_000_001),
      'this text has 20000001 characters; at most 20000000 are read: send it in pieces',
    ],
    [
      'Markdown',
      'long.md',
      `# Title\n${'words '.repeat(400_000)}`,
      'this text has 2400008 characters; at most 2000000 are read: send it in pieces',
    ],
    [
      'HTML',
      'long.html',
      `<html><body>${'<p>x</p>'.repeat(600_000)}</body></html>`,
      'this HTML has 4800026 characters; at most 4000000 are read: send it in pieces',
    ],
    [
      'JSON',
      'long.json',
      JSON.stringify(Array.from({ length: 70_000 }, (_, index) => index)),
      'this document has more than 40000 lines, table cells or values; send it in pieces',
    ],
  ])('is refused: %s', async (_, filename, text, message) => {
    await expect(partsOf(text, null, 1, filename)).rejects.toMatchObject({ code: 'document-unreadable', message });
  });
});

it('a list of data over a long page goes on as a table on the next, under the same names', async () => {
  const records = Array.from({ length: 9_000 }, (_, id) => ({ id, name: `Widget ${id}` }));
  const documents = await documentsOf(JSON.stringify({ records }), 'stock.json');
  const tables = documents.flatMap((document) => document.tables);
  expect(tables.map(({ page, rows }) => [page, rows[0]?.map(({ text }) => text), rows.length])).toEqual([
    [1, ['id', 'name'], expect.any(Number)],
    [2, ['id', 'name'], expect.any(Number)],
  ]);
  expect(tables.flatMap(({ rows }) => rows.slice(1).map((row) => row[0]?.text))).toEqual(
    records.map(({ id }) => String(id)),
  );
  expect(documents.map(({ fields }) => fields.length).reduce((sum, count) => sum + count, 0)).toBe(18_000);
});

describe('a long table in parts', () => {
  const stock = (rows: number): string =>
    `Id,Article,Price\n${Array.from({ length: rows }, (_, row) => `${row + 1},Article ${row + 1},${row % 50}.50\n`).join('')}`;

  it('goes on under its headings on page after page, and each cell says where it stands in the file', async () => {
    const documents = await documentsOf(stock(12_000), 'stock.csv');
    expect(documents.map(({ pages }) => pages.map(({ number }) => number))).toEqual([[1], [2], [3]]);
    const tables = documents.flatMap((document) => document.tables);
    expect(tables.map(({ page, headerRows, rows }) => [page, headerRows, rows[0]?.map(({ text }) => text)])).toEqual(
      [1, 2, 3].map((page) => [page, 1, ['Id', 'Article', 'Price']]),
    );
    const rows = tables.flatMap((one) => one.rows.slice(1));
    expect(rows.map(([id]) => [id?.text, id?.locator])).toEqual(
      Array.from({ length: 12_000 }, (_, row) => [String(row + 1), `row ${row + 2}, column 1`]),
    );
  });

  it('has the same parts when it is begun in the middle; a short one is one part as it is read whole', async () => {
    const whole = await partsOf(stock(12_000), null, 1, 'stock.csv');
    expect(whole.map(({ isLast }) => isLast)).toEqual([false, false, true]);
    expect(await partsOf(stock(12_000), null, 2, 'stock.csv')).toEqual(whole.slice(1));
    expect(await documentsOf(stock(100), 'stock.csv')).toEqual([
      await parseDocument(bytesOf(stock(100)), { filename: 'stock.csv', pages: null }),
    ]);
  });

  it('of more rows than are read is refused', async () => {
    await expect(partsOf('a,b\n'.repeat(100_001), null, 1, 'stock.csv')).rejects.toMatchObject({
      code: 'document-unreadable',
      message: 'this table has more than 100000 rows: send it in pieces',
    });
  });
});
