import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBoolean } from '../../../../src/engines/values/boolean';
import { readChoice } from '../../../../src/engines/values/choices';
import { findCurrency } from '../../../../src/engines/values/currency';
import { findDates, findTime } from '../../../../src/engines/values/date';
import { findDurations, findMinutes } from '../../../../src/engines/values/duration';
import { fold, squash } from '../../../../src/engines/values/fold';
import {
  findBics,
  findEmails,
  findIbans,
  findIsins,
  findPhones,
  findUrls,
  findVatIds,
  isIban,
} from '../../../../src/engines/values/identifiers';
import { localeOf } from '../../../../src/engines/values/locale';
import { findNumbers, readNumber } from '../../../../src/engines/values/number';

const open = { decimal: null, blankGroups: false } as const;
const german = { decimal: ',', blankGroups: false } as const;
const english = { decimal: '.', blankGroups: false } as const;
const french = { decimal: ',', blankGroups: true } as const;

describe('numbers', () => {
  test.each([
    ['1.234,56', open, 1234.56],
    ['1,234.56', open, 1234.56],
    ['1 234,56', open, 1234.56],
    ["1'234.56", open, 1234.56],
    ['12.345.678,90', open, 12345678.9],
    ['1,234,567', open, 1234567],
    ['(12.00)', open, -12],
    ['12-', open, -12],
    ['12,50-', german, -12.5],
    ['-1.207,36 EUR', german, -1207.36],
    ['− 5,00 €', german, -5],
    ['€ 1.500,00', german, 1500],
    ['$1,500', english, 1500],
    ['EUR 86,00', german, 86],
    ['1.234', german, 1234],
    ['1.234', english, 1.234],
    ['1,234', english, 1234],
    ['1,234', german, 1.234],
    ['0.125', german, 0.125],
    ['100,640000', german, 100.64],
    ['19 %', german, 19],
    ['5', open, 5],
    ['100,-', german, 100],
    ['1 234 567,8', french, 1234567.8],
    ['1\u202f234,50', french, 1234.5],
    ['€ -2,00', german, -2],
    ['-€2.00', english, -2],
    ['USD1,280.8', english, 1280.8],
  ])('reads %s', (text, habits, value) => {
    expect(readNumber(text, habits)).toBe(value);
  });

  test.each([
    '',
    'abc',
    '2024-01-05',
    '01.02.2024',
    'A123',
    '12:30',
    '3D73d24',
    '1/2',
    'RE-20260411/731',
    'x1',
    '1.2.3.4',
  ])('finds no number in %j', (text) => {
    expect(findNumbers(text, open)).toEqual([]);
  });

  test('finds each number of a line with its place', () => {
    const text = 'MwSt 19 % auf 100,00 € = 19,00 €';
    const found = findNumbers(text, german);
    expect(found.map((one) => [one.value, one.percent, one.decimals])).toEqual([
      [19, true, 0],
      [100, false, 2],
      [19, false, 2],
    ]);
    for (const one of found) expect(text.slice(one.start, one.end)).toContain(one.text);
  });

  test('keeps a quantity and a price apart where thousands are not set apart by blanks', () => {
    expect(findNumbers('2 160.00 320.00', english).map((one) => one.value)).toEqual([2, 160, 320]);
  });

  const cents = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
  test.each([
    ['de-DE', ','],
    ['en-US', '.'],
    ['de-CH', '.'],
    ['fr-FR', ','],
  ] as const)('reads back what %s prints', (language, decimal) => {
    const format = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    fc.assert(
      fc.property(cents, (value) => {
        expect(readNumber(format.format(value / 100), { decimal, blankGroups: language === 'fr-FR' })).toBeCloseTo(
          value / 100,
          2,
        );
      }),
    );
  });

  test('never throws, and every place it gives lies in the text', () => {
    const characters = fc.constantFrom(..."0123456789.,- ()€$%'aE/:");
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 60 }), (text) => {
        for (const one of findNumbers(text, french)) {
          expect(Number.isFinite(one.value)).toBe(true);
          expect(one.start).toBeGreaterThanOrEqual(0);
          expect(one.end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('dates', () => {
  const seen = { dayOrder: 'dmy', dayOrderSeen: true } as const;
  test.each([
    ['2024-03-05', '2024-03-05'],
    ['2024/03/05', '2024-03-05'],
    ['2018. 03. 01.', '2018-03-01'],
    ['20240305', '2024-03-05'],
    ['05.03.2024', '2024-03-05'],
    ['5. 3. 2024', '2024-03-05'],
    ['05.03.24', '2024-03-05'],
    ['05/03/2024', '2024-03-05'],
    ['05-03-2024', '2024-03-05'],
    ['5 March 2024', '2024-03-05'],
    ['5th of March 2024', '2024-03-05'],
    ['March 5, 2024', '2024-03-05'],
    ['Mar. 5th, 2024', '2024-03-05'],
    ['05-MAR-2024', '2024-03-05'],
    ['5-Mar-24', '2024-03-05'],
    ['5. März 2024', '2024-03-05'],
    ['1er février 2024', '2024-02-01'],
    ['5 de marzo de 2024', '2024-03-05'],
    ['5 marzo 2024', '2024-03-05'],
    ['5 maart 2024', '2024-03-05'],
    ['5 de março de 2024', '2024-03-05'],
    ['5 marca 2024', '2024-03-05'],
    ['5. března 2024', '2024-03-05'],
    ['2024. március 5.', '2024-03-05'],
    ['Mittwoch, 5. Dez. 2018', '2018-12-05'],
  ])('reads %s', (text, day) => {
    expect(findDates(text, seen).map((one) => one.day)).toEqual([day]);
  });

  test.each(['', '31.02.2024', '99/99/9999', '12:30', '1.234,56', 'May', '3D73d24', '192.168.10.12'])(
    'finds no day in %j',
    (text) => {
      expect(findDates(text, seen)).toEqual([]);
    },
  );

  test('takes the order of day and month from the rest of the document', () => {
    const american = localeOf('03/04/2024 and 12/31/2024', 'en');
    const european = localeOf('03/04/2024 and 31/12/2024', 'en');
    expect(findDates('03/04/2024', american)[0]).toMatchObject({ day: '2024-03-04', ambiguous: false });
    expect(findDates('03/04/2024', european)[0]).toMatchObject({ day: '2024-04-03', ambiguous: false });
  });

  test('says when the order cannot be known', () => {
    expect(findDates('03/04/2024', localeOf('03/04/2024', 'en'))[0]).toMatchObject({
      day: '2024-04-03',
      ambiguous: true,
    });
  });

  test('reads the time beside a day', () => {
    expect(findDates('05.03.2024 14:05 Uhr', seen)[0]).toMatchObject({ day: '2024-03-05', time: '14:05' });
    expect(findDates('2024-03-05T14:05:06Z', seen)[0]).toMatchObject({ time: '14:05:06' });
    expect(findDates('March 5, 2024 at 2:05 PM', seen)[0]).toMatchObject({ time: '14:05' });
    expect(findTime('Departure 8h05')?.time).toBe('08:05');
    expect(findTime('25:00')).toBe(null);
  });

  test('never throws on arbitrary text', () => {
    const characters = fc.constantFrom(...'0123456789./- ,:MarchJun');
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 60 }), (text) => {
        for (const one of findDates(text, seen)) expect(one.day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('locale', () => {
  test.each([
    ['Total 1.234,56 und 5,00', null, ','],
    ['Total 1,234.56 and 5.00', 'de', '.'],
    ['1.000 Stk, 27,4 kg', null, ','],
    ['1,000 pcs, 27.4 kg', null, '.'],
    ['no numbers', 'de', ','],
    ['no numbers', null, null],
  ])('%j (%s) has the decimal mark %s', (text, language, decimal) => {
    expect(localeOf(text, language).decimal).toBe(decimal);
  });
});

describe('identifiers', () => {
  test('finds IBANs by their check number, however they are set', () => {
    expect(findIbans('IBAN: DE89 3704 0044 0532 0130 00 BIC: DRESDEFF').map((one) => one.value)).toEqual([
      'DE89 3704 0044 0532 0130 00',
    ]);
    expect(findIbans('DE89370400440532013000').map((one) => one.value)).toEqual(['DE89370400440532013000']);
    expect(findIbans('DE88 3704 0044 0532 0130 00')).toEqual([]);
    expect(isIban('GB82 WEST 1234 5698 7654 32')).toBe(true);
  });
  test.each([
    [findVatIds, 'USt-IdNr.: DE295713842, Amtsgericht', ['DE295713842']],
    [findVatIds, 'TVA FR 12 345 678 901', ['FR 12 345 678 901']],
    [findVatIds, 'UID ATU65140956', ['ATU65140956']],
    [findVatIds, 'no DEVICE 123456789', []],
    [findBics, 'BIC: DRESDEFF200', ['DRESDEFF200']],
    [findBics, 'DOCUMENT', []],
    [findIsins, 'ISIN LU4400123403 WKN A2H59Q', ['LU4400123403']],
    [findIsins, 'LU4400123402', []],
    [findEmails, 'Mail: info@depot.example, x@y', ['info@depot.example']],
    [findUrls, 'see www.example.org/a and https://b.example', ['www.example.org/a', 'https://b.example']],
    [findPhones, 'Tel. +49 (0)30 1234567', ['+49 (0)30 1234567']],
    [findPhones, 'am 01.02.2024', []],
  ])('%o in %j', (find, text, values) => {
    expect(find(text).map((one) => one.value)).toEqual(values);
  });
});

describe('durations', () => {
  test.each([
    ['1 hr 20 mins', 80],
    ['PT1H5M', 65],
    ['35 minuten', 35],
    ['1 h 15', 75],
    ['2 Stunden', 120],
    ['PT0M', null],
    ['soon', null],
  ])('%s is %s minutes', (text, minutes) => {
    expect(findMinutes(text)?.minutes ?? null).toBe(minutes);
  });
  test.each([
    ['three (3) years', ['3 years']],
    ['one year', ['1 year']],
    ['eighteen (18) months or 10 days', ['18 months', '10 days']],
    ['some years', []],
  ])('%s is %j', (text, values) => {
    expect(findDurations(text).map((one) => one.value)).toEqual(values);
  });
});

describe('other values', () => {
  test.each([
    ['Total EUR 5.00', 'EUR'],
    ['5,00 €', 'EUR'],
    ['$ 5.00', 'USD'],
    ['RM 5.00', 'MYR'],
    ['ALL TOP', null],
  ])('%j is in %s', (text, code) => {
    expect(findCurrency(text)?.code ?? null).toBe(code);
  });
  test.each([
    ['Ja', true],
    ['no', false],
    ['☑', true],
    ['[ ]', false],
    ['maybe', null],
  ])('%j is %s', (text, value) => {
    expect(readBoolean(text)).toBe(value);
  });
  test('matches choices folded, alone or as the only one within words', () => {
    expect(readChoice('  PAID ', ['paid', 'open'])).toEqual({ value: 'paid', fit: 1 });
    expect(readChoice('status: paid in full', ['paid', 'open'])).toEqual({ value: 'paid', fit: 0.7 });
    expect(readChoice('paid or open', ['paid', 'open'])).toBe(null);
  });
  test('folds case, accents and blanks', () => {
    expect(fold('  Größe  ÉTÉ ')).toBe('grosse ete');
    expect(squash('USt-Id.Nr.')).toBe('ustidnr');
  });
});
