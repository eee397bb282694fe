import { describe, expect, test } from 'vitest';
import type { ParsedDocument } from '../../../../src/parsers/parsed-document';
import { ask } from '../ask';
import { letter } from '../paper';

const SHOP = { company: 'string', address: 'string' };

describe('the head of a slip', () => {
  test.each<[string, ParsedDocument, string, string]>([
    [
      'a name with its number in the register is the shop, not the addressee',
      letter(
        'RIVERSTONE LAMPS SDN BHD (440912-W)',
        'NO. 7, JALAN DELIMA 4,',
        '81100 JOHOR BAHRU',
        'GST ID: 000771223344',
      ),
      'RIVERSTONE LAMPS SDN BHD',
      'NO. 7, JALAN DELIMA 4, 81100 JOHOR BAHRU',
    ],
    [
      'numbers in registers between name and address are neither',
      letter(
        'Kedai Pelita',
        'Co. Reg : SA0221457-V',
        '12A-G, Jalan Bukit 3,',
        '43000 Kajang',
        'SELANGOR',
        'TEL 03-33412211',
      ),
      'Kedai Pelita',
      '12A-G, Jalan Bukit 3, 43000 Kajang, SELANGOR',
    ],
    [
      'a name wrapped before its legal form in capitals is one name',
      letter('AMBER LANTERN TRADING', 'SDN BHD', '(887412-K)', 'NO. 18, JALAN KENANGA 2,', '53100 KUALA LUMPUR'),
      'AMBER LANTERN TRADING SDN BHD',
      'NO. 18, JALAN KENANGA 2, 53100 KUALA LUMPUR',
    ],
    [
      'a long house number is no postal code',
      letter('HARBOR STREET GRILL', '1450 Harbor Street, Suite 12', 'Portland, ME 04101', '(207) 555-0144'),
      'HARBOR STREET GRILL',
      '1450 Harbor Street, Suite 12, Portland, ME 04101',
    ],
    [
      'the number of a plot is no postal code',
      letter('KFB STORES', '(GST No: 002126950400)', '125A PT 1961 JALAN MELUR', 'SITE B 45400 SEKINCHAN'),
      'KFB STORES',
      '125A PT 1961 JALAN MELUR, SITE B 45400 SEKINCHAN',
    ],
    [
      'Singapore has six digits behind it and doors with a hash',
      letter('Welcome to', 'Pandan Bakehouse Pte Ltd', '#02-14 Tiled Court', 'Singapore 180231', 'UEN: 53221144W'),
      'Pandan Bakehouse Pte Ltd',
      '#02-14 Tiled Court, Singapore 180231',
    ],
  ])('%s', async (_claim, slip, company, address) => {
    expect(await ask(slip, SHOP)).toEqual({ company, address });
  });

  test.each([
    ['magasin', 'adresse'],
    ['negozio', 'indirizzo'],
    ['winkel', 'adres'],
    ['comercio', 'direccion'],
    ['geschaeft', 'anschrift'],
  ])('is asked for as %s and %s', async (name, place) => {
    const slip = letter('Ferrovia Hats', 'Via dei Mille 8', '47521 Cesena', 'P.IVA 03322110400');
    expect(await ask(slip, { [name]: 'string', [place]: 'string' })).toEqual({
      [name]: 'Ferrovia Hats',
      [place]: 'Via dei Mille 8, 47521 Cesena',
    });
  });
});

describe('the day of a slip', () => {
  test('is stamped beside the time of day', async () => {
    const slip = letter(
      'Ferrovia Hats',
      'Ticket 000882  11/06/2022 08:17',
      'TOTAL 14,30',
      'Retour avant le 25/06/2022',
    );
    expect(await ask(slip, { date: 'date' })).toEqual({ date: '2022-06-11' });
  });

  test('is the only one on it', async () => {
    expect(await ask(letter('Ferrovia Hats', 'CASH 30/12/16', 'TOTAL 55.00'), { date: 'date' })).toEqual({
      date: '2016-12-30',
    });
  });

  test('is not told by two without a time', async () => {
    const slip = letter('Ferrovia Hats', 'Batch of 11/06/2022', 'Best by 25/06/2022');
    expect(await ask(slip, { date: 'date' })).toEqual({ date: null });
  });
});

test('what is to be paid is the total where nothing greater is called so', async () => {
  expect(await ask(letter('Soup 5.90', 'Scone 5.50', 'Balance to pay 11.40'), { total: 'number' })).toEqual({
    total: 11.4,
  });
});

test('a quantity filled in parts is their sum', async () => {
  const note = letter('Nennwert   5', 'Nennwert  95', 'Nennwert 100');
  expect(await ask(note, { shares: 'number' })).toEqual({ shares: 100 });
});

test('the number before a security is how many of it were traded', async () => {
  const note = letter('4 QUARTZ HOLDINGS US0378331005 Compra 46,24 EUR');
  expect(await ask(note, { shares: 'number', security_name: 'string' })).toEqual({
    shares: 4,
    security_name: 'QUARTZ HOLDINGS',
  });
});
