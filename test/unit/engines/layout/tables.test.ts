import { describe, expect, test } from 'vitest';
import { isTotalRow } from '../../../../src/engines/layout/tables/total-row';
import { ask } from '../ask';
import { type Print, paper, table } from '../paper';

const items = { items: [{ description: 'string', quantity: 'number', unit_price: 'number', amount: 'number' }] };

describe('tables', () => {
  test('a declared table becomes items, totals kept out and broken text joined', async () => {
    const document = paper([[]], {
      tables: [
        table([
          ['Pos', 'Bezeichnung', 'Menge', 'Einzelpreis', 'Betrag'],
          ['1', 'Sammelmappe A5', '20', '9,90', '198,00'],
          ['', 'gelocht', '', '', ''],
          ['2', 'Joghurt', '50', '5,50', '275,00'],
          ['', 'Zwischensumme', '', '', '473,00'],
          ['', 'MwSt 19 %', '', '', '89,87'],
        ]),
      ],
    });
    expect(await ask(document, items)).toEqual({
      items: [
        { description: 'Sammelmappe A5 gelocht', quantity: 20, unit_price: 9.9, amount: 198 },
        { description: 'Joghurt', quantity: 50, unit_price: 5.5, amount: 275 },
      ],
    });
  });

  test('a table that only its print shows is found by its row of headings', async () => {
    const row = (y: number, ...cells: readonly string[]): Print[] =>
      cells.map((text, index) => [36 + index * 140, y, text]);
    const document = paper([
      [
        ...row(200, 'Description', 'Quantity', 'Unit price', 'Amount'),
        ...row(216, 'Screws', '5', '20.00', '100.00'),
        ...row(232, 'Brackets', '2', '15.00', '30.00'),
        ...row(250, 'Total', '130.00'),
        ...row(300, 'Thank you for your order and see you soon'),
      ],
    ]);
    expect(await ask(document, items)).toEqual({
      items: [
        { description: 'Screws', quantity: 5, unit_price: 20, amount: 100 },
        { description: 'Brackets', quantity: 2, unit_price: 15, amount: 30 },
      ],
    });
  });

  test('a table goes on over pages', async () => {
    const head = ['Item', 'Qty', 'Price', 'Total'];
    const document = paper([[], []], {
      tables: [table([head, ['a', '1', '2.00', '2.00']], 1), table([head, ['b', '2', '3.00', '6.00']], 2)],
    });
    expect(await ask(document, { items: [{ item: 'string', qty: 'number' }] })).toEqual({
      items: [
        { item: 'a', qty: 1 },
        { item: 'b', qty: 2 },
      ],
    });
  });

  test('quantity times price settles what the headings leave open', async () => {
    const document = paper([[]], {
      tables: [
        table([
          ['Amount', 'Product', 'Price', 'Total'],
          ['400.00', 'Balloon', '0.79', '316.00'],
          ['200.00', 'Air', '0.10', '20.00'],
        ]),
      ],
    });
    expect(await ask(document, items)).toEqual({
      items: [
        { description: 'Balloon', quantity: 400, unit_price: 0.79, amount: 316 },
        { description: 'Air', quantity: 200, unit_price: 0.1, amount: 20 },
      ],
    });
  });

  test('a data file without headings is mapped by what its columns hold, a page is not', async () => {
    const document = paper([[]], {
      tables: [
        table(
          [
            ['08.11.2019', 'MARKT AM RING 318', '-41,26', 'EUR'],
            ['11.11.2019', 'BUCHHANDLUNG OST 72', '-18,95', 'EUR'],
          ],
          1,
          0,
        ),
      ],
      language: 'de',
    });
    const schema = { entries: [{ date: 'date', text: 'string', amount: 'number', currency: 'string' }] };
    expect(await ask(document, schema)).toEqual({ entries: [] });
    expect(await ask({ ...document, mediaType: 'text/csv' }, schema)).toEqual({
      entries: [
        { date: '2019-11-08', text: 'MARKT AM RING 318', amount: -41.26, currency: 'EUR' },
        { date: '2019-11-11', text: 'BUCHHANDLUNG OST 72', amount: -18.95, currency: 'EUR' },
      ],
    });
  });

  test('headings are met by the words of the schema', async () => {
    const document = paper([[]], {
      tables: [
        table([
          ['Partner Region', 'Agreed ZX (USDm)'],
          ['Norway', '12'],
          ['Chile', '7'],
        ]),
      ],
    });
    const schema = { rows: [{ partner_region: 'string', agreed_zx_usdm: 'number' }] };
    expect(await ask(document, schema)).toEqual({
      rows: [
        { partner_region: 'Norway', agreed_zx_usdm: 12 },
        { partner_region: 'Chile', agreed_zx_usdm: 7 },
      ],
    });
  });

  test('a day order named in the schema is kept to', async () => {
    const document = paper([[]], {
      tables: [
        table([
          ['date', 'amount'],
          ['05/11/2022', '5'],
        ]),
      ],
    });
    const schema = {
      fields: [
        { name: 'entries', type: 'array', children: [{ name: 'date', type: 'date', description: 'Date (day first)' }] },
      ],
    };
    expect(await ask(document, schema)).toEqual({ entries: [{ date: '2022-11-05' }] });
  });

  const bookings = { entries: [{ booking_date: 'date', amount: 'number', description: 'string' }] };
  test('money out is negative, in a debit column or by a word of its own', async () => {
    const columns = table([
      ['Date', 'Description', 'Money Out', 'Money In'],
      ['05/01/2023', 'Groceries', '12.50', ''],
      ['25/01/2023', 'Salary', '', '2000.00'],
    ]);
    const word = table([
      ['Datum', 'Omschrijving', 'Af Bij', 'Bedrag (EUR)'],
      ['20230105', 'Groceries', 'Af', '12,50'],
      ['20230125', 'Salary', 'Bij', '2000,00'],
    ]);
    const expected = {
      entries: [
        { booking_date: '2023-01-05', amount: -12.5, description: 'Groceries' },
        { booking_date: '2023-01-25', amount: 2000, description: 'Salary' },
      ],
    };
    expect(await ask(paper([[]], { tables: [columns] }), bookings)).toEqual(expected);
    expect(await ask(paper([[]], { tables: [word] }), bookings)).toEqual(expected);
  });

  test('a code column of an invoice is no direction', async () => {
    const goods = table([
      ['Description', 'Quantity', 'Amount', 'Code'],
      ['Screws', '2', '5.00', 'S'],
      ['Nails', '1', '3.00', 'H'],
    ]);
    expect(
      await ask(paper([[]], { tables: [goods] }), {
        items: [{ description: 'string', quantity: 'number', amount: 'number' }],
      }),
    ).toEqual({
      items: [
        { description: 'Screws', quantity: 2, amount: 5 },
        { description: 'Nails', quantity: 1, amount: 3 },
      ],
    });
  });

  test('a row without an amount goes on with the item above', async () => {
    const document = paper([[]], {
      tables: [
        table([
          ['Description', 'Quantity', 'Unit price', 'Amount'],
          ['Industrial', '5', '20.00', '95.00'],
          ['fasteners', '', '- 1.00', ''],
          ['Origin: Spain', '', '= 19.00', ''],
          ['Filters', '2', '15.00', '30.00'],
        ]),
      ],
    });
    expect(await ask(document, items)).toEqual({
      items: [
        { description: 'Industrial fasteners', quantity: 5, unit_price: 19, amount: 95 },
        { description: 'Filters', quantity: 2, unit_price: 15, amount: 30 },
      ],
    });
  });

  test('a column is met by its name whatever its cells look like', async () => {
    const document = paper([[]], {
      tables: [
        table([
          ['date', 'account', 'amount'],
          ['2022-11-05', 'Cash', '-55'],
        ]),
      ],
    });
    expect(await ask(document, { entries: [{ date: 'date', account: 'string', amount: 'number' }] })).toEqual({
      entries: [{ date: '2022-11-05', account: 'Cash', amount: -55 }],
    });
  });

  test('a priced row is an item, whatever it is called', async () => {
    const document = paper([[]], {
      tables: [
        table([
          ['Description', 'Quantity', 'Unit price', 'Amount'],
          ['Screws', '2', '5.00', '10.00'],
          ['Transport', '1', '3.00', '3.00'],
        ]),
      ],
    });
    expect(
      await ask(document, {
        items: [{ description: 'string', amount: 'number', quantity: 'number', unit_price: 'number' }],
      }),
    ).toEqual({
      items: [
        { description: 'Screws', amount: 10, quantity: 2, unit_price: 5 },
        { description: 'Transport', amount: 3, quantity: 1, unit_price: 3 },
      ],
    });
  });

  test('legs of a journey have times, and codes where codes are asked for', async () => {
    const document = paper([[]], {
      tables: [
        table([
          ['Flight', 'From', 'To', 'Departure'],
          ['EA123', 'Vienna (VIE)', 'Berlin (BER)', '20.03.2023 08:15'],
        ]),
      ],
    });
    const legs = [
      { name: 'flight_number', type: 'string' },
      { name: 'origin', type: 'string', description: 'Departure airport (IATA code) or station' },
      { name: 'destination', type: 'string', description: 'Arrival station' },
      { name: 'departure', type: 'date-time', description: 'Local departure time' },
    ];
    expect(await ask(document, { fields: [{ name: 'legs', type: 'array', children: legs }] })).toEqual({
      legs: [{ flight_number: 'EA123', origin: 'VIE', destination: 'Berlin (BER)', departure: '2023-03-20T08:15:00' }],
    });
  });

  test('one item set as labels and values is one row', async () => {
    const document = paper([
      [
        [36, 100, 'Departure: 20.03.2023 08:15'],
        [36, 120, 'Arrival: 20.03.2023 09:30'],
        [36, 140, 'From: Wien Hbf'],
        [36, 160, 'To: Linz Hbf'],
      ],
    ]);
    const legs = ['origin', 'destination']
      .map((name) => ({ name, type: 'string' }))
      .concat(['departure', 'arrival'].map((name) => ({ name, type: 'date-time' })));
    expect(await ask(document, { fields: [{ name: 'legs', type: 'array', children: legs }] })).toEqual({
      legs: [
        {
          origin: 'Wien Hbf',
          destination: 'Linz Hbf',
          departure: '2023-03-20T08:15:00',
          arrival: '2023-03-20T09:30:00',
        },
      ],
    });
  });

  test('a table of another matter is left alone', async () => {
    const document = paper([[]], {
      tables: [
        table([
          ['Station', 'Platform'],
          ['Wien', '2'],
        ]),
      ],
    });
    expect(await ask(document, items)).toEqual({ items: [] });
  });

  test.each([
    [['Total', '130.00'], true],
    [['', 'Zwischensumme', '202,76'], true],
    [['Übertrag', '5,00'], true],
    [['VAT 20 %', '20.00'], true],
    [['Rechnungssumme Netto (exkl. USt.)', '193,83'], true],
    [['Total station, surveying', '1', '900.00'], false],
    [['Screws', '5'], false],
    [['5', '6'], false],
  ])('%j sums up: %s', (texts, sums) => {
    expect(isTotalRow(texts)).toBe(sums);
  });
});
