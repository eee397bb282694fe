import { describe, expect, test } from 'vitest';
import { type FieldCondition, readCondition } from '../../../src/jobs/value-test';
import type { JsonValue } from '../../../src/schema/json';

const DAY = { from: Date.UTC(2026, 2, 4), until: Date.UTC(2026, 2, 5) };
const included = <Value>(value: Value) => ({ value, isIncluded: true });
const excluded = <Value>(value: Value) => ({ value, isIncluded: false });

const read = (type: string, operator: FieldCondition['operator'], ...operands: JsonValue[]) =>
  readCondition({ type }, { field: 'f', operator, operands });
const ranges = (type: string, operator: FieldCondition['operator'], ...operands: JsonValue[]) => {
  const { test: asked, as } = read(type, operator, ...operands);
  return 'ranges' in asked ? [as, asked.isInside, asked.ranges] : [as, asked];
};

describe('a condition on numbers', () => {
  test('looks for those of a list that can be read as numbers, and tells of the others', () => {
    const five = { from: included(5), until: included(5) };
    expect(read('number', 'in', 'x', 5, true)).toEqual({
      test: { kind: 'number', ranges: [five], isInside: true },
      as: 'number',
      misfit: 'x',
    });
    expect(read('number', 'in', 'x', 'y')).toMatchObject({ as: 'text', misfit: 'x' });
  });

  test.each<[FieldCondition['operator'], JsonValue[], unknown[]]>([
    ['eq', [5], [true, [{ from: included(5), until: included(5) }]]],
    ['neq', ['5'], [false, [{ from: included(5), until: included(5) }]]],
    ['gt', ['12,50 EUR'], [true, [{ from: excluded(12.5), until: null }]]],
    ['gte', [5], [true, [{ from: included(5), until: null }]]],
    ['lt', [5], [true, [{ from: null, until: excluded(5) }]]],
    ['lte', [5], [true, [{ from: null, until: included(5) }]]],
    ['between', [5, '7 kg'], [true, [{ from: included(5), until: included(7) }]]],
    ['in', [5, 7], [true, [5, 7].map((one) => ({ from: included(one), until: included(one) }))]],
  ])('%s %j', (operator, operands, expected) => {
    expect(ranges('number', operator, ...operands)).toEqual(['number', ...expected]);
  });
});

describe('a condition on days takes the whole day', () => {
  test.each<[FieldCondition['operator'], unknown, unknown]>([
    ['eq', included(DAY.from), excluded(DAY.until)],
    ['gt', included(DAY.until), null],
    ['gte', included(DAY.from), null],
    ['lt', null, excluded(DAY.from)],
    ['lte', null, excluded(DAY.until)],
  ])('%s', (operator, from, until) => {
    expect(ranges('date', operator, '2026-03-04')).toEqual(['time', true, [{ from, until }]]);
  });

  test('between, with both its ends', () => {
    expect(ranges('date-time', 'between', '2026-03-01', '04.03.2026')).toEqual([
      'time',
      true,
      [{ from: included(Date.UTC(2026, 2, 1)), until: excluded(DAY.until) }],
    ]);
  });
});

describe('text', () => {
  test('is compared as text where equality is asked, whatever it looks like', () => {
    expect(ranges('string', 'eq', '00123')).toEqual([
      'text',
      true,
      [{ from: included('00123'), until: included('00123') }],
    ]);
    expect(ranges('string', 'in', 'A', 'b')[0]).toBe('text');
    expect(ranges('boolean', 'eq', true)).toEqual([
      'text',
      true,
      [{ from: included('true'), until: included('true') }],
    ]);
  });

  test('is compared as numbers or days where an order is asked, or a number is given', () => {
    expect(ranges('string', 'gt', '12')[0]).toBe('number');
    expect(ranges('string', 'lt', '2026-03-04')[0]).toBe('time');
    expect(ranges('string', 'eq', 12)[0]).toBe('number');
    expect(ranges('string', 'gt', 'm')).toEqual(['text', true, [{ from: excluded('m'), until: null }]]);
  });

  test('is what a number or a day is compared with that cannot be read as one', () => {
    expect(read('number', 'gt', 'much')).toMatchObject({ as: 'text', misfit: 'much' });
    expect(read('date', 'eq', 'someday')).toMatchObject({ as: 'text', misfit: 'someday' });
    expect(read('date', 'eq', '2026-03-04')).toMatchObject({ as: 'time', misfit: null });
  });
});

test('parts, beginnings and emptiness are looked for in texts', () => {
  expect(read('number', 'contains', 12).test).toEqual({ kind: 'part', text: '12' });
  expect(read('string', 'starts-with', 'No').test).toEqual({ kind: 'prefix', text: 'No' });
  expect(read('string', 'is-empty').test).toEqual({ kind: 'presence', isThere: false });
  expect(read('string', 'is-not-empty').test).toEqual({ kind: 'presence', isThere: true });
});

test('nothing to compare with is refused', () => {
  expect(() => read('string', 'eq')).toThrow('eq: nothing to compare with');
});
