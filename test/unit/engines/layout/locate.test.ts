import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withLocators } from '../../../../src/engines/layout/locate';
import { chooseEngine } from '../../../../src/engines/registry';
import { finishDocument } from '../../../../src/parsers/finish-document';
import { parseDocument } from '../../../../src/parsers/registry';
import { parseSpreadsheet } from '../../../../src/parsers/spreadsheet';
import { cellKey } from '../../../../src/schema/assemble';
import type { Cell } from '../../../../src/schema/cell';
import { normaliseSchema } from '../../../../src/schema/normalise';
import { ALONE } from '../../../support/parser-tools';
import { storedZip } from '../../../support/stored-zip';

const sample = (name: string) => new URL(`../../../samples/${name}`, import.meta.url);

test('every value read from a spreadsheet names its cell', async () => {
  const bytes = new Uint8Array(readFileSync(sample('alpenhof-invoice.xlsx').pathname));
  const document = await parseSpreadsheet(bytes, { filename: 'alpenhof-invoice.xlsx', pages: null }, ALONE);
  const normalised = normaliseSchema({
    invoice_number: 'string',
    total_gross: 'number',
    line_items: [{ description: 'string', amount: 'number' }],
  });
  if (!normalised.ok) throw new Error(normalised.problem);
  const task = { document, schema: normalised.schema, instructions: null, cells: [] };
  const cells = await chooseEngine().resolve(task);
  const places = new Map(cells.map((cell) => [cellKey(cell.path), cell.citations[0].locator]));
  expect(places.get('invoice_number')).toBe('Invoice!E3');
  expect([...places.values()].every((place) => /^Invoice![A-Z]+\d+$/.test(place ?? ''))).toBe(true);
});

async function cellsOf(files: Readonly<Record<string, string>>, schema: Record<string, string>) {
  const entries = Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)] as const);
  const document = await parseDocument(storedZip(entries), { filename: 'a.zip', pages: null });
  const normalised = normaliseSchema(schema);
  if (!normalised.ok) throw new Error(normalised.problem);
  const cells = await chooseEngine().resolve({ document, schema: normalised.schema, instructions: null, cells: [] });
  return cells.map(({ path, value, citations: [{ page, attachment }] }) => ({ path, value, page, attachment }));
}

test('a value read from a file inside the document names that file', async () => {
  const files = { 'a/cover.txt': 'Dear Ms Kim,\nour invoice follows.\n', 'b/invoice.txt': 'Invoice number: A-118\n' };
  expect(await cellsOf(files, { invoice_number: 'string' })).toEqual([
    { path: ['invoice_number'], value: 'A-118', page: 2, attachment: 'b/invoice.txt' },
  ]);
});

test('an XML invoice inside the document is read as one', async () => {
  const invoice = `<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cbc="urn:cbc"><cbc:ID>A-118</cbc:ID></Invoice>`;
  const files = { 'a cover.txt': 'Your invoice is attached.\n', 'invoice.xml': invoice };
  expect(await cellsOf(files, { invoice_number: 'string' })).toEqual([
    { path: ['invoice_number'], value: 'A-118', page: 2, attachment: 'invoice.xml' },
  ]);
});

/** A grid of so many rows whose cells count how often their box is asked for. */
function countedGrid(count: number, located: boolean) {
  const asked = { times: 0 };
  const rows = Array.from({ length: count }, (_, row) =>
    [0, 1, 2].map((column) => ({
      text: `${row}`,
      locator: located ? `Sheet!${'ABC'[column]}${row + 1}` : null,
      get box() {
        asked.times += 1;
        return { x: column * 100, y: row * 14, width: 90, height: 12 };
      },
    })),
  );
  const box = { x: 0, y: 0, width: 300, height: count * 14 };
  const pages = [{ number: 1, width: 300, height: count * 14, lines: [], rules: [] }];
  const table = { page: 1, box, headerRows: 0, title: null, rows };
  const document = finishDocument({ mediaType: 'text/csv', pages, tables: [table], markdown: '' }, null);
  asked.times = 0;
  const cells = rows.map(
    (_, row): Cell => ({
      path: ['rows', row, 'b'],
      value: row,
      confidence: 1,
      source: 'table',
      filledBy: 'resolve',
      flags: [],
      citations: [
        { page: 1, box: { x: 120, y: row * 14 + 2, width: 8, height: 8 }, text: '', locator: null, attachment: null },
      ],
    }),
  );
  return { asked, document, cells };
}

test('naming the cells of a table looks at each of them once, however many rows it has', () => {
  for (const located of [true, false]) {
    const { asked, document, cells } = countedGrid(3000, located);
    const named = withLocators(cells, document).map((cell) => cell.citations[0].locator);
    expect(named).toEqual(cells.map((_, row) => (located ? `Sheet!B${row + 1}` : null)));
    expect(asked.times).toBeLessThanOrEqual(9000);
  }
});
