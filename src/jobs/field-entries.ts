import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../schema/json';
import type { ObjectNode, SchemaNode } from '../schema/schema-node';
import { fields } from '../schema/walk';
import { canonicalName } from './canonical-name';
import type { FieldRecord, FieldValue } from './field';
import { readAmount } from './read-amount';
import { readTimeSpan } from './read-time-span';
import { valueAt } from './value-at';

/** Longest text of a value, a title or a description that is kept for searching, in characters; the whole is in the result. Our number. */
export const MAX_VALUE_TEXT = 1000;

export type FieldFacts = Pick<FieldRecord, 'canonicalName' | 'title' | 'type' | 'description' | 'group'>;
export type ValueReadings = Pick<FieldValue, 'text' | 'number' | 'time'>;

export interface FieldColumn extends FieldFacts {
  /** Where it stands, as property names from the root: in more than one place when names differ in spelling alone. */
  readonly paths: readonly (readonly string[])[];
}

/** The columns of a schema as fields; what is said of a field is what the first of its places says. */
export function fieldColumns(schema: ObjectNode): readonly FieldColumn[] {
  const found = new Map<string, FieldColumn>();
  for (const { key, path, node } of fields(schema)) {
    const name = canonicalName(key);
    if (name === '') continue;
    const known = found.get(name);
    if (known !== undefined) {
      found.set(name, { ...known, paths: [...known.paths, path] });
      continue;
    }
    const group = canonicalName(path.slice(0, -1).join('.'));
    found.set(name, {
      canonicalName: name,
      title: cut(node.title),
      type: typeOf(node),
      description: cut(node.description),
      group: group === '' ? null : group,
      paths: [path],
    });
  }
  return [...found.values()];
}

const typeOf = (node: SchemaNode): string => (node.kind === 'scalar' ? node.type : node.kind);

/** What a document has in a column, in the first of its places that has anything, in every way in which it can be compared. */
export function readValue(values: JsonObject, { paths }: FieldColumn): ValueReadings {
  const readings = paths.map((path) => readAny(valueAt(values, path)));
  return readings.find(({ text }) => text !== null) ?? NOTHING;
}

const NOTHING: ValueReadings = { text: null, number: null, time: null };

function readAny(value: JsonValue): ValueReadings {
  if (isJsonArray(value)) {
    const text = leaves(value).join(', ');
    return {
      text: value.length === 0 ? null : cut(text),
      number: value.length === 0 ? null : value.length,
      time: null,
    };
  }
  return readScalar(value);
}

/** A value as it stands in a result or in a question, in every way in which it can be compared. */
export function readScalar(value: JsonValue): ValueReadings {
  if (value === null || value === '') return NOTHING;
  if (typeof value === 'number') return { text: String(value), number: value, time: null };
  if (typeof value !== 'string') return { text: cut(JSON.stringify(value)), number: null, time: null };
  return { text: cut(value), number: readAmount(value), time: readTimeSpan(value)?.from ?? null };
}

/** A pair of half characters may have been cut in two. */
const cut = (text: string): string => text.slice(0, MAX_VALUE_TEXT).toWellFormed();

function leaves(value: JsonValue): readonly string[] {
  if (isJsonArray(value)) return value.flatMap(leaves);
  if (isJsonObject(value)) return Object.values(value).flatMap(leaves);
  return value === null ? [] : [String(value)];
}
