import { describe, expect, test } from 'vitest';
import { checkValue } from '../../../src/schema/check';
import type { ScalarNode } from '../../../src/schema/schema-node';

const plain: ScalarNode = {
  kind: 'scalar',
  title: '',
  description: '',
  type: 'string',
  choices: null,
  pattern: null,
  format: null,
  minimum: null,
  maximum: null,
};

describe('checkValue', () => {
  test.each([
    [{ type: 'string' }, 'a', null],
    [{ type: 'string' }, 1, 'is not a string'],
    [{ type: 'number' }, 1.5, null],
    [{ type: 'number' }, '1.5', 'is not a number'],
    [{ type: 'integer' }, 1.5, 'is not an integer'],
    [{ type: 'boolean' }, 'true', 'is not true or false'],
    [{ type: 'date' }, '2024-02-29', null],
    [{ type: 'date' }, '2023-02-29', 'is not an ISO 8601 date'],
    [{ type: 'date' }, '29.02.2024', 'is not an ISO 8601 date'],
    [{ type: 'date-time' }, '2024-02-29T10:00', null],
    [{ type: 'date-time' }, '2024-02-29T10:00:00Z', null],
    [{ type: 'date-time' }, '2024-02-29', 'is not an ISO 8601 date and time'],
    [{ choices: ['a', 'b'] }, 'c', 'is not one of the allowed values'],
    [{ choices: ['a', 'b'] }, 'b', null],
    [{ type: 'number', minimum: 2 }, 1, 'is below 2'],
    [{ type: 'number', maximum: 2 }, 3, 'is above 2'],
    [{ format: 'email' }, 'a@b.example', null],
    [{ format: 'email' }, 'a at b', 'is not a valid email'],
    [{ format: 'uri' }, 'nope', 'is not a valid uri'],
    [{ format: 'made-up' }, 'anything', null],
    [{ pattern: '(a+)+$' }, `${'a'.repeat(50)}!`, null],
  ] satisfies [Partial<ScalarNode>, string | number, string | null][])('%j with %j: %s', (facts, value, problem) => {
    expect(checkValue({ ...plain, ...facts }, value)).toBe(problem);
  });
});
