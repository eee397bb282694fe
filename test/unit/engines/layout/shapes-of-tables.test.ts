import { expect, test } from 'vitest';
import { ask } from '../ask';
import { paper, table } from '../paper';

type Rows = readonly (readonly string[])[];

const asked = (rows: Rows, properties: Readonly<Record<string, string>>) =>
  ask(paper([[]], { tables: [table(rows)] }), { rows: [properties] });

test('headings at the left make a record of every column', async () => {
  const rows = [
    ['Boat', 'Petrel', 'Skua'],
    ['Length (m)', '7.20', '9.85'],
    ['Berths', '4', '6'],
    ['Launched', '2019-05-04', '2022-08-30'],
  ];
  expect(await asked(rows, { boat: 'string', length_m: 'number', berths: 'integer', launched: 'date' })).toEqual({
    rows: [
      { boat: 'Petrel', length_m: 7.2, berths: 4, launched: '2019-05-04' },
      { boat: 'Skua', length_m: 9.85, berths: 6, launched: '2022-08-30' },
    ],
  });
});

test('rows that only head those below them answer what the rows are grouped by', async () => {
  const rows = [
    ['Pflanze', 'Preis (€)'],
    ['Stauden', ''],
    ['Akelei', '3,20'],
    ['Salbei', '2,90'],
    ['Gehölze', ''],
    ['Felsenbirne', '41,50'],
    ['Holunder', '18,00'],
  ];
  expect(await asked(rows, { category: 'string', plant: 'string', price_eur: 'number' })).toEqual({
    rows: [
      { category: 'Stauden', plant: 'Akelei', price_eur: 3.2 },
      { category: 'Stauden', plant: 'Salbei', price_eur: 2.9 },
      { category: 'Gehölze', plant: 'Felsenbirne', price_eur: 41.5 },
      { category: 'Gehölze', plant: 'Holunder', price_eur: 18 },
    ],
  });
});

test('a list set in two columns under the same headings is one list, read down', async () => {
  const rows = [
    ['Bib', 'Runner', 'Bib', 'Runner'],
    ['4', 'Moss', '31', 'Hale'],
    ['9', 'Dunn', '', ''],
  ];
  expect(await asked(rows, { bib: 'integer', runner: 'string' })).toEqual({
    rows: [
      { bib: 4, runner: 'Moss' },
      { bib: 9, runner: 'Dunn' },
      { bib: 31, runner: 'Hale' },
    ],
  });
});

test('a number in a heading tells columns apart', async () => {
  const rows = [
    ['Halte', 'Rit 21', 'Rit 23'],
    ['Dorpskerk', '7:05', '7:35'],
    ['Sluis', '7:11', '7:42'],
  ];
  expect(await asked(rows, { stop: 'string', trip_21: 'string', trip_23: 'string' })).toEqual({
    rows: [
      { stop: 'Dorpskerk', trip_21: '7:05', trip_23: '7:35' },
      { stop: 'Sluis', trip_21: '7:11', trip_23: '7:42' },
    ],
  });
});

test('a column that is known by its heading answers with words that look like no name', async () => {
  const rows = [
    ['Kurs', 'Ort', 'Plätze'],
    ['4 Abende mit Ton', 'Werkraum', '12'],
    ['Papier & Leim', 'Halle', '8'],
  ];
  expect(await asked(rows, { course_name: 'string', location: 'string', places: 'integer' })).toMatchObject({
    rows: [{ course_name: '4 Abende mit Ton' }, { course_name: 'Papier & Leim' }],
  });
});

test('a last row of figures without a name is the sum of the others and no row', async () => {
  const rows = [
    ['Guest', 'Nights', 'Amount'],
    ['Rygh', '3', '2100'],
    ['Haug', '1', '750'],
    ['', '4', '2850'],
  ];
  expect(await asked(rows, { guest: 'string', nights: 'integer', amount: 'number' })).toEqual({
    rows: [
      { guest: 'Rygh', nights: 3, amount: 2100 },
      { guest: 'Haug', nights: 1, amount: 750 },
    ],
  });
});

test('headings over groups of columns tell columns of the same name apart', async () => {
  const grouped = table([
    ['', 'Spring', '', 'Autumn', ''],
    ['Crop', 'Sown', 'Cut', 'Sown', 'Cut'],
    ['Rye', '4', '3', '9', '7'],
    ['Flax', '2', '1', '5', '6'],
  ]);
  const document = paper([[]], { tables: [{ ...grouped, headerRows: 2 }] });
  const properties = {
    crop: 'string',
    spring_sown: 'integer',
    spring_cut: 'integer',
    autumn_sown: 'integer',
    autumn_cut: 'integer',
  };
  expect(await ask(document, { rows: [properties] })).toEqual({
    rows: [
      { crop: 'Rye', spring_sown: 4, spring_cut: 3, autumn_sown: 9, autumn_cut: 7 },
      { crop: 'Flax', spring_sown: 2, spring_cut: 1, autumn_sown: 5, autumn_cut: 6 },
    ],
  });
});

test('of lists with the same columns each has the table that is captioned like it', async () => {
  const fixtures = { opponent: 'string', kick_off: 'string' };
  const schema = { home_games: [fixtures], away_games: [fixtures] };
  const document = paper([[]], {
    tables: [
      {
        ...table([
          ['Opponent', 'Kick-off'],
          ['Bream', '15:00'],
          ['Tench', '14:30'],
        ]),
        title: 'Away games',
      },
      {
        ...table([
          ['Opponent', 'Kick-off'],
          ['Carp', '13:00'],
          ['Perch', '19:45'],
        ]),
        title: 'Home games',
      },
    ],
  });
  expect(await ask(document, schema)).toEqual({
    home_games: [
      { opponent: 'Carp', kick_off: '13:00' },
      { opponent: 'Perch', kick_off: '19:45' },
    ],
    away_games: [
      { opponent: 'Bream', kick_off: '15:00' },
      { opponent: 'Tench', kick_off: '14:30' },
    ],
  });
});

test('headings that come again inside a table begin another, called by the row before them', async () => {
  const rows = [
    ['Posten', 'Betrag'],
    ['Beiträge', '6.240,00'],
    ['Pachten', '1.905,50'],
    ['Ausgaben', ''],
    ['Posten', 'Betrag'],
    ['Wasser', '118,35'],
    ['Wegebau', '750,00'],
  ];
  const schema = { income: [{ item: 'string', amount: 'number' }], expenses: [{ item: 'string', amount: 'number' }] };
  const document = paper([[]], { tables: [{ ...table(rows), title: 'Einnahmen' }] });
  expect(await ask(document, schema)).toEqual({
    income: [
      { item: 'Beiträge', amount: 6240 },
      { item: 'Pachten', amount: 1905.5 },
    ],
    expenses: [
      { item: 'Wasser', amount: 118.35 },
      { item: 'Wegebau', amount: 750 },
    ],
  });
});

test('a total that is asked for beside the rows is where the row of totals meets its column', async () => {
  const rows = [
    ['Site', 'Capacity (MW)', 'Output (MWh)'],
    ['Gannet Bank', '42', '51220'],
    ['Tarn Head', '9', '8115'],
    ['Total', '51', '59335'],
  ];
  const document = paper([[]], { tables: [table(rows)] });
  expect(await ask(document, { total_output_mwh: 'number', total_rainfall: 'number' })).toEqual({
    total_output_mwh: 59335,
    total_rainfall: null,
  });
});
