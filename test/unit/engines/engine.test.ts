import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseEngine, ENGINES } from '../../../src/engines/registry';
import { checkValue } from '../../../src/schema/check';
import type { SchemaNode } from '../../../src/schema/schema-node';
import { cellsFor, schemaOf } from './ask';
import { letter, type Print, paper, table } from './paper';

const definition = {
  invoice_number: 'string',
  invoice_date: 'date',
  seller_name: 'string',
  buyer_name: 'string',
  total_gross: 'number',
  amount_due: 'number',
  iban: 'string',
  paid: 'boolean',
  tags: ['string'],
  items: [{ description: 'string', quantity: 'number', amount: 'number' }],
};

describe('the embedded engine', () => {
  test('is the one that is always there', () => {
    expect(chooseEngine().name).toBe('layout');
    expect(ENGINES.map((engine) => engine.name)).toEqual(['layout']);
  });

  test('keeps what earlier phases filled', async () => {
    const document = letter('Invoice number: 4711');
    const schema = schemaOf(definition);
    const cells = await chooseEngine().resolve({ document, schema, instructions: null, cells: [] });
    const again = await chooseEngine().execute({ document, schema, instructions: null, cells });
    expect(again).toEqual(cells);
    expect(cells.map((cell) => [cell.path, cell.filledBy])).toEqual([[['invoice_number'], 'resolve']]);
  });

  const words = fc.constantFrom(
    'Invoice',
    'number',
    'Total',
    ':',
    '12,50',
    'EUR',
    '01.02.2024',
    'GmbH',
    'VAT',
    '19 %',
    'Bill to',
    '-',
    '80333 München',
    'RE-1',
    'Quantity',
    'Description',
    'Amount',
    '5',
  );
  const text = fc.array(words, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(' '));
  const print: fc.Arbitrary<Print> = fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 780 }), text);
  const rows = fc.array(fc.array(text, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 5 });

  test('never throws, and every cell has a place, fits the schema and has a confidence of 0 to 1', async () => {
    const schema = schemaOf(definition);
    await fc.assert(
      fc.asyncProperty(fc.array(print, { maxLength: 25 }), fc.option(rows), async (prints, cells) => {
        const document = paper([prints], cells === null ? {} : { tables: [table(cells)] });
        for (const cell of await cellsFor(document, definition)) {
          let node: SchemaNode | undefined = schema;
          for (const part of cell.path)
            node =
              node?.kind === 'object'
                ? node.properties.get(String(part))
                : node?.kind === 'array'
                  ? node.items
                  : undefined;
          expect(node?.kind === 'scalar' && checkValue(node, cell.value)).toBe(null);
          expect(cell.citations[0].page).toBe(1);
          expect(cell.citations[0].text).not.toBe('');
          expect(cell.confidence).toBeGreaterThan(0);
          expect(cell.confidence).toBeLessThanOrEqual(0.99);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('reads a hundred pages for sixty fields', async () => {
    const page = Array.from(
      { length: 50 },
      (_, index): Print => [
        36,
        36 + 14 * index,
        index % 9 === 0
          ? `Total amount ${index}: 12,50 EUR`
          : 'Lorem ipsum dolor sit amet, consetetur sadipscing elitr',
      ],
    );
    const document = paper(Array.from({ length: 100 }, () => page));
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`custom_field_${index}`, 'string']));
    const cells = await cellsFor(document, { ...many, ...definition });
    expect(cells.length).toBeGreaterThan(0);
    expect(cells.every((cell) => cell.citations[0].page <= 100)).toBe(true);
  });
});
