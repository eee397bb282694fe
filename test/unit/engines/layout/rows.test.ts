import { describe, expect, test } from 'vitest';
import { ask } from '../ask';
import { type Print, paper, table } from '../paper';

const items = { items: [{ description: 'string', quantity: 'number', unit_price: 'number', amount: 'number' }] };
const row = (y: number, ...cells: readonly string[]): Print[] =>
  cells.flatMap((text, index): Print[] => (text === '' ? [] : [[36 + index * 140, y, text]]));

describe('rows of a table', () => {
  test('a text set above its numbers belongs to them', async () => {
    const document = paper([
      [
        ...row(200, 'Désignation', 'Quantité', 'P.U. HT', 'Montant HT'),
        ...row(224, 'Conseil'),
        ...row(237, '', '3', '650,00', '1950,00'),
        ...row(262, 'Formation'),
        ...row(275, '', '2', '480,00', '960,00'),
        ...row(310, '', 'Total HT', '', '2910,00'),
      ],
    ]);
    expect(await ask(document, items)).toEqual({
      items: [
        { description: 'Conseil', quantity: 3, unit_price: 650, amount: 1950 },
        { description: 'Formation', quantity: 2, unit_price: 480, amount: 960 },
      ],
    });
  });

  test('sections with a subtotal go on after it, and their headings are no items', async () => {
    const document = paper([[]], {
      tables: [
        table([
          ['Service', 'Qty', 'Rate', 'Total'],
          ['Tent', '1', '900.00', '900.00'],
          ['Subtotal equipment', '', '', '900.00'],
          ['Waiting staff', '24', '22.00', '528.00'],
          ['Subtotal staff', '', '', '528.00'],
          ['Grand total', '', '', '1,428.00'],
        ]),
      ],
    });
    expect(await ask(document, items)).toEqual({
      items: [
        { description: 'Tent', quantity: 1, unit_price: 900, amount: 900 },
        { description: 'Waiting staff', quantity: 24, unit_price: 22, amount: 528 },
      ],
    });
  });

  test('a table goes on over a page without headings, and sums carried over are no items', async () => {
    const document = paper([[], []], {
      tables: [
        table(
          [
            ['Artikel', 'Menge', 'Einzelpreis', 'Betrag'],
            ['Winkel', '2', '3,00', '6,00'],
            ['Übertrag', '', '', '6,00'],
          ],
          1,
        ),
        table(
          [
            ['Übertrag', '', '', '6,00'],
            ['Leiste', '4', '5,50', '22,00'],
          ],
          2,
          0,
        ),
      ],
      language: 'de',
    });
    expect(await ask(document, items)).toEqual({
      items: [
        { description: 'Winkel', quantity: 2, unit_price: 3, amount: 6 },
        { description: 'Leiste', quantity: 4, unit_price: 5.5, amount: 22 },
      ],
    });
  });

  test('where every quantity is one, quantity and price are not exchanged', async () => {
    const document = paper([[]], {
      tables: [
        table([
          ['Description', 'Qty', 'Rate', 'Amount'],
          ['Maintenance', '1.00', '480.00', '480.00'],
          ['Repair', '1.00', '365.00', '365.00'],
        ]),
      ],
    });
    expect(await ask(document, items)).toEqual({
      items: [
        { description: 'Maintenance', quantity: 1, unit_price: 480, amount: 480 },
        { description: 'Repair', quantity: 1, unit_price: 365, amount: 365 },
      ],
    });
  });

  test('figures below the last item with an amount only are of the foot', async () => {
    const document = paper([[]], {
      tables: [
        table([
          ['Product', 'Quantity', 'Unit Price', 'Total Price'],
          ['Coffee', '5', '18.00', '90.00'],
          ['Line Total Amount', '', '', '90.00'],
          ['Loyalty allowance', '', '', '-9.00'],
        ]),
      ],
    });
    expect(await ask(document, items)).toEqual({
      items: [{ description: 'Coffee', quantity: 5, unit_price: 18, amount: 90 }],
    });
  });

  test('of several numbers in one cell the amount is what quantity and price make', async () => {
    const document = paper([[]], {
      tables: [
        table([
          ['Description', 'Qty', 'Rate', 'Amount'],
          ['Disposal', '2', '40.00', '80.00 1,101.90'],
        ]),
      ],
    });
    expect(await ask(document, items)).toEqual({
      items: [{ description: 'Disposal', quantity: 2, unit_price: 40, amount: 80 }],
    });
  });

  test('a table of figures keeps its own total row', async () => {
    const document = paper([[]], {
      tables: [
        table([
          ['Region', 'Visits', 'Calls'],
          ['North', '12', '7'],
          ['Total', '12', '7'],
        ]),
      ],
    });
    expect(await ask(document, { rows: [{ region: 'string', visits: 'number', calls: 'number' }] })).toEqual({
      rows: [
        { region: 'North', visits: 12, calls: 7 },
        { region: 'Total', visits: 12, calls: 7 },
      ],
    });
  });
});

describe('columns', () => {
  test('a heading over several columns is read with those below it, and words below a heading belong to it', async () => {
    const document = paper([[]], {
      tables: [
        table(
          [
            ['Region', '2022', '', '2023', ''],
            ['', 'Units', 'Revenue', 'Units', 'Revenue'],
            ['', 'sold', 'in EURm', 'sold', 'in EURm'],
            ['North', '120', '45.5', '140', '52.2'],
          ],
          1,
          2,
        ),
      ],
    });
    const schema = {
      rows: [{ region: 'string', revenue_2023: 'number', units_2023: 'number', revenue_2022: 'number' }],
    };
    expect(await ask(document, schema)).toEqual({
      rows: [{ region: 'North', revenue_2023: 52.2, units_2023: 140, revenue_2022: 45.5 }],
    });
  });

  test.each([
    ['de', ['Kd.-Nr.', 'Firma', 'Ort', 'Umsatz (EUR)']],
    ['fr', ['N° client', 'Société', 'Ville', 'Ventes']],
    ['es', ['Cliente nº', 'Empresa', 'Ciudad', 'Ingresos']],
    ['it', ['Cliente n.', 'Azienda', 'Città', 'Fatturato']],
    ['nl', ['Klantnummer', 'Bedrijf', 'Plaats', 'Omzet']],
  ])('headings in %s answer English properties', async (language, headings) => {
    const document = paper([[]], { tables: [table([headings, ['1001', 'Lutz', 'Ulm', '12400']])], language });
    const schema = { rows: [{ customer_number: 'string', company: 'string', city: 'string', revenue: 'number' }] };
    expect(await ask(document, schema)).toEqual({
      rows: [{ customer_number: '1001', company: 'Lutz', city: 'Ulm', revenue: 12400 }],
    });
  });

  test('columns between known ones are taken in the order of the schema, words cut short by their beginning', async () => {
    const document = paper([[]], {
      tables: [
        table([
          ['Concepto', 'Palabras', 'Tarifa', 'Len.', 'Importe'],
          ['Contrato', '8500', '0.09', '30', '765.00'],
        ]),
      ],
    });
    const schema = {
      services: [{ concept: 'string', words: 'number', rate: 'number', length: 'number', amount: 'number' }],
    };
    expect(await ask(document, schema)).toEqual({
      services: [{ concept: 'Contrato', words: 8500, rate: 0.09, length: 30, amount: 765 }],
    });
  });

  test('objects inside a row are asked for by their own names and those around them', async () => {
    const document = paper([[]], {
      tables: [
        table([
          ['SKU', 'Product', 'Qty', 'Unit', 'Price', 'Currency'],
          ['P-1', 'Paint', '4', 'can', '12.50', 'EUR'],
        ]),
      ],
    });
    const schema = {
      items: [
        {
          product: { sku: 'string', name: 'string' },
          quantity: { value: 'number', unit: 'string' },
          price: { amount: 'number', currency: 'string' },
        },
      ],
    };
    expect(await ask(document, schema)).toEqual({
      items: [
        {
          product: { sku: 'P-1', name: 'Paint' },
          quantity: { value: 4, unit: 'can' },
          price: { amount: 12.5, currency: 'EUR' },
        },
      ],
    });
  });

  test('the rows of a tax summary are rates, bases and taxes', async () => {
    const document = paper([[]], {
      tables: [
        table([
          ['Artikel', 'Menge', 'Preis', 'Gesamt'],
          ['Buch', '2', '15,00', '30,00'],
        ]),
        table([
          ['Steuersatz', 'Netto', 'Steuer', 'Brutto'],
          ['7 %', '30,00', '2,10', '32,10'],
        ]),
      ],
      language: 'de',
    });
    expect(await ask(document, { taxes: [{ rate: 'number', net_amount: 'number', tax_amount: 'number' }] })).toEqual({
      taxes: [{ rate: 7, net_amount: 30, tax_amount: 2.1 }],
    });
  });
});

describe('bookings', () => {
  test('days without a year have that of the period, balances carried over are no bookings', async () => {
    const document = paper([[[36, 100, 'Period: 1 December 2023 to 31 January 2024']]], {
      tables: [
        table([
          ['Date', 'Details', 'Money out', 'Money in', 'Balance'],
          ['01 Dec', 'Balance brought forward', '', '', '1,000.00'],
          ['29 Dec', 'Greengrocer', '23.40', '', '976.60'],
          ['05 Jan', 'Salary', '', '2,100.00', '3,076.60'],
        ]),
      ],
    });
    const schema = { transactions: [{ date: 'date', description: 'string', amount: 'number', balance: 'number' }] };
    expect(await ask(document, schema)).toEqual({
      transactions: [
        { date: '2023-12-29', description: 'Greengrocer', amount: -23.4, balance: 976.6 },
        { date: '2024-01-05', description: 'Salary', amount: 2100, balance: 3076.6 },
      ],
    });
  });

  test('a mark behind the amount says which way the money went', async () => {
    const document = paper([[[36, 100, 'Kontoauszug vom 31.05.2024']]], {
      tables: [
        table([
          ['Buchung', 'Verwendungszweck', 'Betrag'],
          ['03.05.', 'Abschlag', '88,00 S'],
          ['06.05.', 'Gehalt', '2.450,50 H'],
        ]),
      ],
      language: 'de',
    });
    expect(await ask(document, { entries: [{ booking_date: 'date', purpose: 'string', amount: 'number' }] })).toEqual({
      entries: [
        { booking_date: '2024-05-03', purpose: 'Abschlag', amount: -88 },
        { booking_date: '2024-05-06', purpose: 'Gehalt', amount: 2450.5 },
      ],
    });
  });
});

test('fifty thousand rows of a data file are read in seconds', { timeout: 60_000 }, async () => {
  const rows = Array.from({ length: 50_000 }, (_, index) => [`Part ${index}`, '2', '3.50', '7.00']);
  const plain = table([['Item', 'Qty', 'Price', 'Total'], ...rows]);
  const located = plain.rows.map((cells, down) =>
    cells.map((cell, across) => ({ ...cell, locator: `row ${down + 1}, column ${across + 1}` })),
  );
  const document = { ...paper([[]], { tables: [{ ...plain, rows: located }] }), mediaType: 'text/csv' };
  const started = performance.now();
  const answer = await ask(document, items);
  expect(answer.items).toHaveLength(50_000);
  expect(performance.now() - started).toBeLessThan(30_000);
});
