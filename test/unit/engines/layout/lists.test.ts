import { describe, expect, test } from 'vitest';
import { ask } from '../ask';
import { declared, letter, type Print, paper, table } from '../paper';

const priced = { items: [{ name: 'string', quantity: 'number', price: 'number', amount: 'number' }] };
const spread = (y: number, left: string, right: string): Print[] => [
  [36, y, left],
  [300 - right.length * 6, y, right],
];

describe('lists without headings', () => {
  test('lines with amounts are items, "2 x 1,19" below one its quantity and price, up to the sum', async () => {
    const document = paper([
      [
        [36, 80, 'FRISCHMARKT NOWAK'],
        [36, 120, 'VOLLMILCH'],
        ...spread(134, '2 x 1,19', '2,38 B'),
        ...spread(148, 'BROT RUSTIKAL', '3,49 B'),
        ...spread(162, 'SUMME EUR', '5,87'),
        ...spread(176, 'BAR', '10,00'),
      ],
    ]);
    expect(await ask(document, priced)).toEqual({
      items: [
        { name: 'VOLLMILCH', quantity: 2, price: 1.19, amount: 2.38 },
        { name: 'BROT RUSTIKAL', quantity: null, price: null, amount: 3.49 },
      ],
    });
  });

  test('a single line with an amount and no sum to prove it is no list', async () => {
    const document = paper([[[36, 80, 'Dear Ann,'], ...spread(120, 'The ticket was', '12.00')]]);
    expect(await ask(document, priced)).toEqual({ items: [] });
  });

  test('blocks of labels are items, a label that comes again begins another', async () => {
    const document = letter(
      'Order number: SO-7710',
      'Item: Thermal camera T20',
      'Quantity: 2',
      'Unit price: 1250.00',
      'Item: Carrying case',
      'Quantity: 3',
      'Unit price: 60.00',
    );
    expect(await ask(document, { items: [{ item: 'string', quantity: 'number', unit_price: 'number' }] })).toEqual({
      items: [
        { item: 'Thermal camera T20', quantity: 2, unit_price: 1250 },
        { item: 'Carrying case', quantity: 3, unit_price: 60 },
      ],
    });
  });

  test('pairs under a heading are rows of two', async () => {
    const document = letter('Opening hours', 'Monday: 9-12', 'Tuesday: 13-17');
    expect(await ask(document, { opening_hours: [{ day: 'string', hours: 'string' }] })).toEqual({
      opening_hours: [
        { day: 'Monday', hours: '9-12' },
        { day: 'Tuesday', hours: '13-17' },
      ],
    });
  });

  test('a list set with commas has its parts, after its label or under its heading', async () => {
    const document = letter('Attendees: Ruth Bell, Omar Haddad', 'Skills', 'Python, SQL, Airflow');
    expect(await ask(document, { attendees: ['string'], skills: ['string'] })).toEqual({
      attendees: ['Ruth Bell', 'Omar Haddad'],
      skills: ['Python', 'SQL', 'Airflow'],
    });
  });
});

describe('entries under a heading', () => {
  const schema = {
    work_experience: [{ company: 'string', job_title: 'string', start_date: 'string', end_date: 'string' }],
    education: [{ institution: 'string', degree: 'string' }],
  };
  const expected = {
    work_experience: [
      { company: 'Halden Logistics', job_title: 'Data Analyst', start_date: '2019', end_date: '2023' },
      { company: 'Brightwater Council', job_title: 'Clerk', start_date: '2014', end_date: '2019' },
    ],
    education: [{ institution: 'Cardiff University', degree: 'BSc Mathematics' }],
  };

  test('are told apart by their periods, on one line', async () => {
    const document = letter(
      'WORK EXPERIENCE',
      'Data Analyst | Halden Logistics | 2019 - 2023',
      '• Ran the nightly pipelines',
      'Clerk | Brightwater Council | 2014 - 2019',
      '• Kept the books of the council',
      'EDUCATION',
      'BSc Mathematics, Cardiff University, 2013',
    );
    expect(await ask(document, schema)).toEqual(expected);
  });

  test('are told apart by their periods, places first', async () => {
    const document = letter(
      'BERUFSERFAHRUNG',
      'Halden Logistics 2019 - 2023',
      'Data Analyst',
      '• Ran the nightly pipelines',
      'Brightwater Council 2014 - 2019',
      'Clerk',
      'AUSBILDUNG',
      'Cardiff University 2010 - 2013',
      'BSc Mathematics',
    );
    expect(await ask(document, schema)).toEqual(expected);
  });
});

test('lists inside the records of a data file fill the rows read from those records', async () => {
  const values = {
    'work/0/name': 'Acorn',
    'work/0/highlights/0': 'Menus',
    'work/0/highlights/1': 'Stock',
    'work/1/name': 'Birch',
    'work/1/highlights/0': 'Team of five',
  };
  const records = table([['name'], ['Acorn'], ['Birch']]);
  const rows = records.rows.map((cells, down) =>
    cells.map((cell) => ({ ...cell, locator: down === 0 ? null : `/work/${down - 1}/name` })),
  );
  const document = { ...paper([[]], { tables: [{ ...records, rows }], fields: declared(values) }) };
  expect(await ask(document, { jobs: [{ name: 'string', highlights: ['string'] }] })).toEqual({
    jobs: [
      { name: 'Acorn', highlights: ['Menus', 'Stock'] },
      { name: 'Birch', highlights: ['Team of five'] },
    ],
  });
});
