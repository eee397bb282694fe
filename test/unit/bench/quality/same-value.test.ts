import { describe, expect, it } from 'vitest';
import { isoDay } from '../../../../bench/quality/calendar-day.mjs';
import { numberOf } from '../../../../bench/quality/normal-form.mjs';
import { isSameValue, kindOfSchema } from '../../../../bench/quality/same-value.mjs';

describe('numberOf', () => {
  it.each([
    ['1.234,50', 1234.5],
    ['1,234.50', 1234.5],
    ["1'234.50", 1234.5],
    ['1 234,50', 1234.5],
    ['1,234', 1234],
    ['0,125', 0.125],
    ['12,5', 12.5],
    ['1.234.567', 1234567],
    ['1,234,567', 1234567],
    ['(17.00)', -17],
    ['17,00-', -17],
    ['EUR -3', -3],
    [7, 7],
    ['none', null],
    [Number.NaN, null],
    [true, null],
  ])('reads %j as %j', (value, number) => {
    expect(numberOf(value)).toBe(number);
  });
});

describe('isoDay', () => {
  it.each([
    ['2031-04-05', '2031-04-05'],
    ['2031/4/5', '2031-04-05'],
    ['2031-04-05T10:00:00Z', '2031-04-05'],
    ['5.4.2031', '2031-04-05'],
    ['25/04/2031', '2031-04-25'],
    ['04/25/2031', '2031-04-25'],
    ['04-04-2031', '2031-04-04'],
    ['04/05/2031', null],
    ['5th May 2031', '2031-05-05'],
    ['1er août 2031', '2031-08-01'],
    ['3. März 2031', '2031-03-03'],
    ['March 3, 2031', '2031-03-03'],
    ['12 mei 2031', '2031-05-12'],
    ['12 okt 2031', '2031-10-12'],
    ['Room 12', null],
    [null, null],
  ])('reads %j as %j', (text, day) => {
    expect(isoDay(text)).toBe(day);
  });
});

describe('isSameValue', () => {
  it.each([
    ['number', 10, 10.005, true],
    ['number', 10, 10.02, false],
    ['number', 0.1, 0.1004, true],
    ['number', 0.1, 0.102, false],
    ['integer', 3, '3', true],
    ['number', 3, null, false],
    ['boolean', true, 'TRUE', true],
    ['boolean', true, false, false],
    ['boolean', false, '', false],
    ['date', '2031-04-05', '5.4.2031', true],
    ['date', '2031-04-05', '04/05/2031', false],
    ['date-time', '2031-04-05T10:30:00', '2031-04-05 10:30', true],
    ['string', 'Café  Léon', 'cafe leon', true],
    ['string', 'DE12 3456', 'de123456', true],
    ['string', '--', '...', false],
    ['string', 'Nord AG', 'Nord', false],
    ['string', 'Nord AG', { name: 'Nord AG' }, false],
  ])('as %s takes %j for %j: %j', (kind, expected, found, same) => {
    expect(isSameValue(kind, expected, found)).toBe(same);
  });
});

describe('kindOfSchema', () => {
  it.each([
    [{ type: ['null', 'number'] }, 'number'],
    [{ type: 'string', format: 'date' }, 'date'],
    [{ type: 'string', format: 'email' }, 'string'],
    [{ properties: {} }, 'object'],
    [{ items: {} }, 'array'],
    [{}, 'string'],
  ])('of %j is %s', (schema, kind) => {
    expect(kindOfSchema(schema)).toBe(kind);
  });
});
