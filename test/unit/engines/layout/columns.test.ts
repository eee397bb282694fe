import { expect, test } from 'vitest';
import { ask } from '../ask';
import { paper, table } from '../paper';

const asked = (
  rows: readonly (readonly string[])[],
  properties: Readonly<Record<string, string>>,
  mediaType = 'application/pdf',
) => ask({ ...paper([[]], { tables: [table(rows)] }), mediaType }, { rows: [properties] });

test('headings of another language are met by their meaning', async () => {
  const rows = [
    ['Município', 'População', 'Superfície'],
    ['Vale Alto', '1 204', '33,5'],
    ['Rio Claro', '988', '41,0'],
  ];
  expect(await asked(rows, { municipality: 'string', population: 'number', area: 'number' })).toEqual({
    rows: [
      { municipality: 'Vale Alto', population: 1204, area: 33.5 },
      { municipality: 'Rio Claro', population: 988, area: 41 },
    ],
  });
});

test('as many columns of a data file as properties of different kinds are taken in their order', async () => {
  const rows = [
    ['Name', 'Quab', 'Mirl', 'Teff'],
    ['Ada Quill', '01.09.2019', '12', 'ja'],
    ['Ben Stork', '15.02.2022', '7', 'nein'],
  ];
  expect(await asked(rows, { name: 'string', since: 'date', points: 'number', active: 'boolean' }, 'text/csv')).toEqual(
    {
      rows: [
        { name: 'Ada Quill', since: '2019-09-01', points: 12, active: true },
        { name: 'Ben Stork', since: '2022-02-15', points: 7, active: false },
      ],
    },
  );
});

test('a position beside a description is the number of the line', async () => {
  const rows = [
    ['Pos.', 'Bezeichnung', 'Menge'],
    ['10', 'Winkel', '4'],
    ['20', 'Platte', '2'],
  ];
  expect(await asked(rows, { position: 'string', description: 'string', quantity: 'number' })).toEqual({
    rows: [
      { position: '10', description: 'Winkel', quantity: 4 },
      { position: '20', description: 'Platte', quantity: 2 },
    ],
  });
});
