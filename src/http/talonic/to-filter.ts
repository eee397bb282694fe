/** https://talonic.com/docs/api/documents (filter) — pure. */
import { JobError } from '../../jobs/errors';
import type { FilterDocuments } from '../../jobs/filter-documents';
import { readId } from '../../jobs/id-forms';
import { searchWords } from '../../jobs/search-words';
import type { FieldCondition, FilterOperator } from '../../jobs/value-test';
import type { JsonValue } from '../../schema/json';
import { decodeCursor } from './cursor';
import type { Condition, FilterBody } from './filter-wire';
import { filterLimit } from './filter-wire';

/** In place of an id, in a cursor of rows ordered by a value: the time is the number of rows in front. */
export const OFFSET = 'offset';

/** Names of the time at which a document was stored, for sorting. */
const STORED_AT: ReadonlySet<string> = new Set(['created_at', 'createdAt', 'uploaded_at', 'uploadedAt']);

export function toFilterDocuments(body: FilterBody): FilterDocuments {
  const limit = filterLimit(body);
  const cursor = body.cursor ? decodeCursor(body.cursor) : null;
  const source = body.source_id || body.source_connection_id || null;
  const isByTime = body.sort == null || STORED_AT.has(body.sort.field);
  const offset = cursor === null ? ((body.page ?? 1) - 1) * limit : cursor.createdAt;
  const after = cursor === null || cursor.id === OFFSET ? null : cursor;
  return {
    conditions: (body.conditions ?? []).map(toCondition),
    words: searchWords(body.search ?? ''),
    sourceId: source === null ? null : (readId(source) ?? source),
    sort: isByTime || body.sort == null ? null : body.sort,
    window: {
      limit,
      after,
      order: isByTime ? (body.sort?.order ?? 'desc') : 'desc',
      offset: after === null ? offset : 0,
    },
  };
}

/** Equal to nothing means empty. */
function toCondition({ field, operator, value, valueTo }: Condition, position: number): FieldCondition {
  if ((operator === 'eq' || operator === 'neq') && (value === null || value === ''))
    return { field, operator: operator === 'eq' ? 'is-empty' : 'is-not-empty', operands: [] };
  const operands = operandsOf(operator, value, valueTo).filter((operand) => operand !== null && operand !== '');
  const wanted = WANTED[operator];
  if (wanted !== null && (operands.length < wanted.least || operands.length > wanted.most)) {
    const message = `conditions[${position}].value: ${wanted.what}`;
    throw new JobError('invalid-request', message, { field: `conditions[${position}].value` });
  }
  return { field, operator, operands: wanted === null ? [] : operands };
}

function operandsOf(
  operator: FilterOperator,
  value: Condition['value'],
  valueTo: Condition['valueTo'],
): readonly JsonValue[] {
  if (operator === 'in' && typeof value === 'string') return value.split(',').map((part) => part.trim());
  const given = Array.isArray(value) ? value : [value];
  return (operator === 'between' ? [...given, valueTo] : given).filter((one) => one !== undefined);
}

const ONE = { least: 1, most: 1, what: 'must be one value' };

/** How many values each operator takes; null: it looks at none. */
const WANTED = {
  eq: ONE,
  neq: ONE,
  gt: ONE,
  gte: ONE,
  lt: ONE,
  lte: ONE,
  contains: ONE,
  'starts-with': ONE,
  between: { least: 2, most: 2, what: 'must be two values: send value and valueTo, or a list of two' },
  in: { least: 1, most: 100, what: 'must be a list of values, or text with commas between them' },
  'is-empty': null,
  'is-not-empty': null,
} as const satisfies Record<
  FilterOperator,
  { readonly least: number; readonly most: number; readonly what: string } | null
>;
