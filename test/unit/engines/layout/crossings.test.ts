import { expect, test } from 'vitest';
import { ask } from '../ask';
import { paper, table } from '../paper';

const document = paper([[]], {
  tables: [
    table([
      ['EUR thousand', 'FY2023', 'FY2024'],
      ['Ferry tickets', '4,120', '4,655'],
      ['Harbour dues', '826', '1,068'],
    ]),
  ],
});

test('a figure is read where the row and the column meet that together are what is asked', async () => {
  const schema = {
    properties: {
      tickets: { type: 'number', description: 'Ferry tickets FY2024' },
      dues: { type: 'number', description: 'Harbour dues FY2023' },
    },
  };
  expect(await ask(document, schema)).toEqual({ tickets: 4655, dues: 826 });
});

test('a row or a column alone is not enough', async () => {
  const schema = {
    properties: {
      wages: { type: 'number', description: 'Wages FY2024' },
      tickets: { type: 'number', description: 'Ferry tickets FY2022' },
    },
  };
  expect(await ask(document, schema)).toEqual({ wages: null, tickets: null });
});
