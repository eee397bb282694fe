import { describe, expect, test } from 'vitest';
import type { ParsedDocument } from '../../../../src/parsers/parsed-document';
import { ask } from '../ask';
import { letter, type Print, paper } from '../paper';

const at = (...prints: Print[]): ParsedDocument => paper([prints]);

describe('amounts', () => {
  test('what was given less the change is the total, whatever its label', async () => {
    const slip = letter('TOTAL SALES (EXCL GST): 20.09', 'Amount payable: 21.30', 'Cash: 50.00', 'Change: 28.70');
    expect(await ask(slip, { total: 'number' })).toEqual({ total: 21.3 });
  });

  test.each([
    ['Sales Tax (8.5%): 9.35', 8.5],
    ['zzgl. 19 % MwSt.: 59,09', 19],
    ['TVA 5,5 % : 0,29', 5.5],
    ['IVA (21%): 48,30', 21],
  ])('the rate of "%s"', async (line, rate) => {
    expect(await ask(letter(line), { tax_rate: 'number' })).toEqual({ tax_rate: rate });
  });

  test('of several tax rates none is sure', async () => {
    const { tax_rate } = await ask(letter('Service charge 10%: 2.66'), { tax_rate: 'number' });
    expect(tax_rate).toBeNull();
  });
});

describe('times and periods', () => {
  test('the time beside a date is when a slip was printed', async () => {
    const slip = letter('Bakery Martel', 'Le 03/02/2025 à 08:12', 'TOTAL 5,65');
    expect(await ask(slip, { date: 'date', time: 'string' })).toEqual({ date: '2025-02-03', time: '08:12' });
  });

  test.each([
    'This bill covers 4 August 2030 to 3 February 2031.',
    'Abgerechnet wird 04.08.2030 bis 03.02.2031',
    'Consommation 04/08/2030 au 03/02/2031',
  ])('"%s" is a period', async (line) => {
    expect(
      await ask(paper([[[36, 36, line]]], { language: 'fr' }), { period_start: 'date', period_end: 'date' }),
    ).toEqual({
      period_start: '2030-08-04',
      period_end: '2031-02-03',
    });
  });
});

describe('sentences', () => {
  test.each([
    ['Die Kaution beträgt 1.920,00 Euro.', 'deposit', 'number', 1920],
    ['The monthly rent is £640.00 in advance.', 'monthly_rent', 'number', 640],
    ['Votre numéro de commande est 7741-B.', 'order_number', 'string', '7741-B'],
    ['Die Kündigungsfrist beträgt drei Monate.', 'notice_period', 'string', 'drei Monate'],
    ['Your order was shipped on 5 March 2025.', 'ship_date', 'date', '2025-03-05'],
    ['Your parcel will arrive on Friday 22 November 2024.', 'delivery_date', 'date', '2024-11-22'],
    ['Das Mietverhältnis beginnt am 01.05.2025.', 'start_date', 'date', '2025-05-01'],
    ['La renta mensual será de 640 euros.', 'monthly_rent', 'number', 640],
    ['Either party may leave on 21 days’ notice in writing.', 'notice_period', 'string', '21 days'],
    ['Il contratto avrà la durata di tre anni.', 'contract_term', 'string', 'tre anni'],
    ['Mediante aviso prévio de 45 (quarenta e cinco) dias.', 'notice_period', 'string', '45 (quarenta e cinco) dias'],
    ['Le bail prend effet à compter du 1er mai 2025.', 'start_date', 'date', '2025-05-01'],
    ['Es gilt deutsches Recht.', 'governing_law', 'string', 'deutsches Recht'],
    ['Governed by the laws of the State of Oregon.', 'governing_law', 'string', 'Oregon'],
  ])('"%s"', async (line, name, type, value) => {
    expect(await ask(letter(line), { [name]: type })).toEqual({ [name]: value });
  });

  test('a defined term says who is who', async () => {
    const lease = letter(
      'zwischen Hausverwaltung Lindner GmbH, Goethestr. 2, Leipzig - nachfolgend Vermieter -',
      'und Herrn Marek Nowak, Bahnhofstr. 8, Leipzig - nachfolgend Mieter -',
    );
    expect(await ask(lease, { landlord: 'string', tenant: 'string' })).toEqual({
      landlord: 'Hausverwaltung Lindner GmbH',
      tenant: 'Marek Nowak',
    });
    const licence = letter('by and between Larkspur Robotics, Inc. ("Licensor") and Quill Analytics Ltd. ("Licensee")');
    expect(await ask(licence, { licensor: 'string', licensee: 'string', guarantor: 'string' })).toEqual({
      licensor: 'Larkspur Robotics, Inc.',
      licensee: 'Quill Analytics Ltd.',
      guarantor: null,
    });
  });

  test('a place to stay is known by what it calls itself', async () => {
    const mail = letter('thank you for choosing Hotel Aurora.', 'Check-in: 14 March 2025');
    expect(await ask(mail, { hotel_name: 'string', check_in: 'date' })).toEqual({
      hotel_name: 'Hotel Aurora',
      check_in: '2025-03-14',
    });
  });
});

describe('securities', () => {
  test('the name stands above the ISIN, the quantity before it', async () => {
    const note = at([36, 100, 'BOUGHT'], [48, 114, '140 Penhale Shipping plc ORD 25P'], [48, 128, 'ISIN US0378331005']);
    expect(await ask(note, { security: 'string', isin: 'string' })).toEqual({
      security: 'Penhale Shipping plc ORD 25P',
      isin: 'US0378331005',
    });
  });

  test('beside a label an ISIN need not check', async () => {
    expect(await ask(letter('ISIN: IT0009988776'), { isin: 'string' })).toEqual({ isin: 'IT0009988776' });
    expect(await ask(letter('Ref IT0009988776'), { isin: 'string' })).toEqual({ isin: null });
  });
});

describe('spans of time', () => {
  const line = 'This agreement shall continue for an initial term of three (3) years.';
  const term = (description: string): object => ({
    type: 'object',
    properties: { term: { type: 'string', description } },
  });

  test('are given as printed', async () => {
    expect(await ask(letter(line), term('Term of the agreement'))).toEqual({ term: 'three (3) years' });
  });

  test('are a count and its unit where the schema shows them so', async () => {
    expect(await ask(letter(line), term('Term of the agreement, e.g. "2 years"'))).toEqual({ term: '3 years' });
  });
});

describe('place and day at the end of a paper', () => {
  test.each(['Fait à Lorient, le 3 mars 2031', 'Lorient, den 03.03.2031', 'En Lorient, a 3 de marzo de 2031.'])(
    '"%s" is when it was signed',
    async (line) => {
      expect(await ask(letter('Vertrag', 'Article 1', 'Article 2', line), { signature_date: 'date' })).toEqual({
        signature_date: '2031-03-03',
      });
    },
  );

  test('a day without a place is not', async () => {
    const page = at([36, 700, '03.03.2031']);
    expect(await ask(page, { signature_date: 'date' })).toEqual({ signature_date: null });
  });
});

describe('headings over values in flattened text', () => {
  test('each heading has the value of its place', async () => {
    const text = letter(
      'Account number Sort code Statement date Closing balance',
      '20118823 30-22-17 30/09/2024 987.10',
    );
    expect(
      await ask(text, {
        account_number: 'string',
        sort_code: 'string',
        statement_date: 'date',
        closing_balance: 'number',
      }),
    ).toEqual({
      account_number: '20118823',
      sort_code: '30-22-17',
      statement_date: '2024-09-30',
      closing_balance: 987.1,
    });
  });

  test('not where their number differs', async () => {
    const text = letter('Account number Sort code Statement date', '30-22-17 30/09/2024');
    expect(await ask(text, { sort_code: 'string' })).not.toEqual({ sort_code: '30/09/2024' });
  });
});
