import { canonicalName } from './canonical-name';
import type { DocumentSearch, FoundDocument, ValueTest } from './document-search';
import { type FieldRecord, type FieldValue, fieldIdOf } from './field';
import { readId } from './id-forms';
import { inTurn } from './in-turn';
import type { Ports } from './ports';
import type { Caller, Listing, ListWindow, Order } from './records';
import { similarNames } from './similar-names';
import { type FieldCondition, type ReadCondition, readCondition } from './value-test';

export interface FilterDocuments {
  /** All must hold. */
  readonly conditions: readonly FieldCondition[];
  readonly words: readonly string[];
  readonly sourceId: string | null;
  /** By a field, in any spelling; null: by time, newest first. */
  readonly sort: { readonly field: string; readonly order: Order } | null;
  readonly window: ListWindow;
}

/** Why the answer may not be what was meant. */
export interface FilterWarning {
  readonly code: 'unknown-field' | 'value-not-comparable' | 'values-not-comparable' | 'compared-as' | 'nothing-between';
  readonly message: string;
  /** As it was spelled in the request. */
  readonly field: string;
  readonly fieldId: string | null;
  /** A field that may have been meant. */
  readonly suggestion: string | null;
}

export interface FilteredDocuments {
  readonly found: Listing<FoundDocument>;
  /** By document. */
  readonly values: ReadonlyMap<string, readonly FieldValue[]>;
  /** Every field that one of the values is of, by id. */
  readonly fields: ReadonlyMap<string, FieldRecord>;
  readonly warnings: readonly FilterWarning[];
}

const LOOKED_AT_ONCE = 5;
const NOTHING: Listing<FoundDocument> = { items: [], total: 0, next: null };

/**
 * The documents for which everything holds, with all that is known of them. A condition on a field that nobody knows
 * holds for none of them, and is warned of. Throws `invalid-request`.
 */
export async function filterDocuments(
  ports: Ports,
  caller: Caller,
  { conditions, words, sourceId, sort, window }: FilterDocuments,
): Promise<FilteredDocuments> {
  const { accountId } = caller;
  const names = [...conditions.map(({ field }) => field), ...(sort === null ? [] : [sort.field])];
  const meant = await knownFields(ports, accountId, names);
  const read = conditions.map((condition) => ({ condition, field: meant.get(condition.field) }));
  const known = read.flatMap(({ condition, field }) =>
    field === undefined ? [] : [{ condition, field, ...readCondition(field, condition) }],
  );
  const sortField = sort === null ? undefined : meant.get(sort.field);
  const search: DocumentSearch = {
    ...window,
    tests: known.map(({ field, test }) => ({ fieldId: field.id, test })),
    words,
    sourceId,
    sortBy: sort === null || sortField === undefined ? null : { fieldId: sortField.id, order: sort.order },
  };
  const isKnown = known.length === conditions.length;
  const found = isKnown ? await ports.fields.findDocuments(accountId, search) : NOTHING;
  const values = await ports.fields.valuesOf(
    accountId,
    found.items.map(({ id }) => id),
  );
  const fields = await ports.fields.getMany(accountId, [...new Set(values.map(({ fieldId }) => fieldId))]);
  const unknown = [...new Set(names)].filter((name) => !meant.has(name));
  return {
    found,
    values: byDocument(values),
    fields: new Map(fields.map((field) => [field.id, field])),
    warnings: [
      ...(unknown.length === 0 ? [] : await unknownWarnings(ports, accountId, unknown)),
      ...(await inTurn(known, LOOKED_AT_ONCE, (one) => comparisonWarnings(ports, accountId, one))).flat(),
    ],
  };
}

/** The fields that are meant, by how they were spelled. */
async function knownFields(
  ports: Ports,
  accountId: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, FieldRecord>> {
  const ids = new Map<string, string>();
  for (const name of names) ids.set(name, readId(name) ?? (await fieldIdOf(accountId, canonicalName(name))));
  const records = await ports.fields.getMany(accountId, [...new Set(ids.values())]);
  const byId = new Map(records.map((record) => [record.id, record]));
  return new Map(
    [...ids].flatMap(([name, id]) => {
      const record = byId.get(id);
      return record === undefined ? [] : [[name, record] as const];
    }),
  );
}

function byDocument(values: readonly FieldValue[]): ReadonlyMap<string, readonly FieldValue[]> {
  const found = new Map<string, FieldValue[]>();
  for (const value of values) {
    const held = found.get(value.documentId);
    if (held === undefined) found.set(value.documentId, [value]);
    else held.push(value);
  }
  return found;
}

async function unknownWarnings(
  ports: Ports,
  accountId: string,
  names: readonly string[],
): Promise<readonly FilterWarning[]> {
  const all = await ports.fields.all(accountId);
  return names.map((field) => {
    const [best] = similarNames(canonicalName(field), all, (one) => one.canonicalName);
    const suggestion = best?.thing.canonicalName ?? null;
    const meant = suggestion === null ? '' : `; did you mean "${suggestion}"?`;
    const message = `No field is called "${field}": nothing was ever extracted for it${meant}`;
    return { code: 'unknown-field', message, field, fieldId: null, suggestion };
  });
}

const isBackwards = (test: ValueTest): boolean =>
  'ranges' in test &&
  test.ranges.some(({ from, until }) => from !== null && until !== null && from.value > until.value);

const WORDS = { number: 'numbers', time: 'dates', text: 'text' } as const;

async function comparisonWarnings(
  ports: Ports,
  accountId: string,
  {
    condition,
    field,
    test,
    as,
    misfit,
  }: ReadCondition & { readonly condition: FieldCondition; readonly field: FieldRecord },
): Promise<readonly FilterWarning[]> {
  const said = { field: condition.field, fieldId: field.id, suggestion: null };
  const { canonicalName: name, type } = field;
  if (isBackwards(test)) {
    const message = `Nothing is between the two values for "${name}": the first is greater than the second`;
    return [{ code: 'nothing-between', message, ...said }];
  }
  if (misfit !== null) {
    const message = `"${misfit}" cannot be read as ${type === 'date' || type === 'date-time' ? 'a date' : 'a number'}, which "${name}" holds: it was ${as === 'text' ? 'compared as text' : 'left out'}`;
    return [{ code: 'value-not-comparable', message, ...said }];
  }
  if (as !== 'number' && as !== 'time') {
    const isOrder = as === 'text' && !['eq', 'neq', 'in'].includes(condition.operator);
    const message = `Neither numbers nor dates were given for "${name}": it was ordered as text`;
    return isOrder ? [{ code: 'compared-as', message, ...said }] : [];
  }
  const other = await ports.fields.incomparable(accountId, field.id, as);
  const left: readonly FilterWarning[] =
    other === null
      ? []
      : [
          {
            code: 'values-not-comparable',
            message: `Some documents have a "${name}" that cannot be compared as ${WORDS[as]}, such as "${other.slice(0, 80)}"; they fit no comparison but neq`,
            ...said,
          },
        ];
  if (type !== 'string') return left;
  return [{ code: 'compared-as', message: `"${name}" holds text; it was read as ${WORDS[as]}`, ...said }, ...left];
}
