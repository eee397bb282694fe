import type { JsonValue } from '../schema/json';
import type { Bound, Range, ValueTest } from './document-search';
import { JobError } from './errors';
import type { FieldRecord } from './field';
import { readScalar } from './field-entries';
import { readTimeSpan } from './read-time-span';

/** How a value is compared that is compared with something. */
export type Comparison = 'eq' | 'neq' | 'gt' | 'gte' | 'lt' | 'lte' | 'between' | 'in';
export type FilterOperator = Comparison | 'contains' | 'starts-with' | 'is-empty' | 'is-not-empty';

export interface FieldCondition {
  /** Id or name, in any spelling. */
  readonly field: string;
  readonly operator: FilterOperator;
  /** One value; for `between` two, for `in` any number. */
  readonly operands: readonly JsonValue[];
}

/** How an operator was understood. */
export interface ReadCondition {
  readonly test: ValueTest;
  /** What the values are compared as; null: nothing is compared. */
  readonly as: 'number' | 'time' | 'text' | null;
  /** The first operand that could not be read as the field's type is; null: none. */
  readonly misfit: string | null;
}

interface Operand {
  readonly text: string;
  readonly number: number | null;
  /** A day is a range of instants. */
  readonly span: { readonly from: number; readonly until: number } | null;
  readonly isNumber: boolean;
}

const ORDERING: ReadonlySet<FilterOperator> = new Set(['gt', 'gte', 'lt', 'lte', 'between']);

/**
 * What a condition asks of the values of a field. Numbers and days are compared as such wherever what is asked can be
 * read so and either the field holds them or an order is asked for; else texts are. Throws `invalid-request` when there
 * is nothing to compare with.
 */
export function readCondition(field: Pick<FieldRecord, 'type'>, { operator, operands }: FieldCondition): ReadCondition {
  if (operator === 'is-empty' || operator === 'is-not-empty')
    return { test: { kind: 'presence', isThere: operator === 'is-not-empty' }, as: null, misfit: null };
  const read = operands.map(readOperand);
  const [first] = read;
  if (first === undefined) throw new JobError('invalid-request', `${operator}: nothing to compare with`);
  if (operator === 'contains' || operator === 'starts-with')
    return { test: { kind: operator === 'contains' ? 'part' : 'prefix', text: first.text }, as: null, misfit: null };
  const as = comparedAs(field.type, operator, read);
  const isInside = operator !== 'neq';
  const isReadable = ({ number, span }: Operand) => (isTime(field.type) ? span : number) !== null;
  const misfit = isMeasured(field.type) ? (read.find((operand) => !isReadable(operand))?.text ?? null) : null;
  if (as === 'text') {
    const ranges = rangesOf(
      operator,
      read.map(({ text }) => ({ low: text, high: null })),
    );
    return { test: { kind: 'text', ranges, isInside }, as, misfit };
  }
  const ends = (operator === 'in' ? read.filter(isReadable) : read).map(({ number, span }) =>
    as === 'number' ? { low: number ?? 0, high: null } : { low: span?.from ?? 0, high: span?.until ?? 0 },
  );
  return { test: { kind: as, ranges: rangesOf(operator, ends), isInside }, as, misfit };
}

function readOperand(value: JsonValue): Operand {
  const { text, number } = readScalar(value);
  return {
    text: text ?? '',
    number,
    span: typeof value === 'string' ? readTimeSpan(value) : null,
    isNumber: typeof value === 'number',
  };
}

const isTime = (type: string): boolean => type === 'date' || type === 'date-time';
const isCount = (type: string): boolean => type === 'number' || type === 'integer' || type === 'array';
const isMeasured = (type: string): boolean => isTime(type) || isCount(type);

function comparedAs(type: string, operator: FilterOperator, operands: readonly Operand[]): 'number' | 'time' | 'text' {
  const numbers = operands.filter(({ number }) => number !== null).length;
  const times = operands.filter(({ span }) => span !== null).length;
  // Of a list, what cannot be the value of such a field is left out; one alone makes the others no texts.
  const least = operator === 'in' && isMeasured(type) ? 1 : operands.length;
  const [areNumbers, areTimes] = [numbers >= least, times >= least];
  if (isTime(type)) return areTimes ? 'time' : 'text';
  if (isCount(type)) return areNumbers ? 'number' : 'text';
  if (ORDERING.has(operator)) {
    if (areTimes) return 'time';
    return areNumbers ? 'number' : 'text';
  }
  return operands.every(({ isNumber }) => isNumber) ? 'number' : 'text';
}

/** What is asked for, from `low` on; a stretch goes up to `high`, which does not belong to it; null: it is one point. */
interface Ends<Value> {
  readonly low: Value;
  readonly high: Value | null;
}

function rangesOf<Value>(operator: Comparison, ends: readonly Ends<Value>[]): readonly Range<Value>[] {
  const [first, second = first] = ends;
  if (first === undefined || second === undefined) return [];
  const from = ({ low }: Ends<Value>): Bound<Value> => ({ value: low, isIncluded: true });
  const until = ({ low, high }: Ends<Value>): Bound<Value> => ({ value: high ?? low, isIncluded: high === null });
  switch (operator) {
    case 'eq':
    case 'neq':
    case 'in':
      return ends.map((one) => ({ from: from(one), until: until(one) }));
    case 'gt':
      return [{ from: { value: first.high ?? first.low, isIncluded: first.high !== null }, until: null }];
    case 'gte':
      return [{ from: from(first), until: null }];
    case 'lt':
      return [{ from: null, until: { value: first.low, isIncluded: false } }];
    case 'lte':
      return [{ from: null, until: until(first) }];
    case 'between':
      return [{ from: from(first), until: until(second) }];
  }
}
