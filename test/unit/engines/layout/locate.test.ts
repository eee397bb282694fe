import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { chooseEngine } from '../../../../src/engines/registry';
import { parseSpreadsheet } from '../../../../src/parsers/spreadsheet';
import { cellKey } from '../../../../src/schema/assemble';
import { normaliseSchema } from '../../../../src/schema/normalise';
import { ALONE } from '../../../support/parser-tools';

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
