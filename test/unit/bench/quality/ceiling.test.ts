import { describe, expect, it } from 'vitest';
import { ceilingOf } from '../../../../bench/quality/ceiling.mjs';

const one = (property: object, value: unknown) => ({
  schema: { type: 'object', properties: { field: property } },
  expected: { field: value },
});

describe('ceilingOf', () => {
  it.each([
    [{ type: 'string' }, 'Café Léon', 'at CAFE-LEON today', 1],
    [{ type: 'string' }, 'Cafe Leon', 'at Cafe Lean today', 0],
    [{ type: 'number' }, 1234.5, 'Summe 1.234,50 EUR', 1],
    [{ type: 'number' }, 12.5, 'Total 2 12.50.', 1],
    [{ type: 'number' }, 12.5, 'Total 12.60', 0],
    [{ type: 'string', format: 'date' }, '2031-04-05', 'am 5. April 2031', 1],
    [{ type: 'string', format: 'date' }, '2031-04-05', 'on Apr 5, 2031', 1],
    [{ type: 'string', format: 'date' }, '2031-04-05', '05/04/31', 1],
    [{ type: 'string', format: 'date' }, '2031-04-05', '15/04/31', 0],
    [{ type: 'string', enum: ['paid', 'open'] }, 'paid', 'nothing of it', 1],
    [{ type: 'boolean' }, true, '[x]', 1],
  ])('of %j = %j in %j is %j', (property, value, text, ceiling) => {
    expect(ceilingOf(one(property, value), text)).toBe(ceiling);
  });

  it('of a list is the F1 of the cells that the text holds', () => {
    const items = { type: 'array', items: { type: 'object', properties: { n: { type: 'number' } } } };
    expect(ceilingOf(one(items, [{ n: 10 }, { n: 20 }]), '10 and 2O')).toBeCloseTo(2 / 3);
  });

  it('leaves out what the document does not hold', () => {
    const { schema } = one({ type: 'string' }, null);
    expect(ceilingOf({ schema, expected: { field: null } }, 'text')).toBe(0);
  });
});
