import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from './json';
import { SchemaRefusal } from './refusal';
import { KNOWN_TYPE_WORDS, typeWord } from './type-words';

/** The keys a field of the list may spell its facts with, first found wins. */
const NAME_KEYS = ['name', 'field_name', 'key', 'id'];
const TITLE_KEYS = ['display_name', 'title', 'label'];
const TYPE_KEYS = ['type', 'data_type'];
const REQUIRED_KEYS = ['required', 'is_required'];
const CHILDREN_KEYS = ['children', 'fields'];
const CHOICES_KEYS = ['enum', 'options', 'values', 'choices', 'enum_values'];
const SPOKEN_FOR = new Set(
  [NAME_KEYS, TITLE_KEYS, TYPE_KEYS, REQUIRED_KEYS, CHILDREN_KEYS, CHOICES_KEYS, ['description', 'properties']].flat(),
);

/** `[{name, type, description?, required?, children?}]` as JSON Schema. Throws `SchemaRefusal`. */
export function fieldListToJsonSchema(list: readonly JsonValue[], path: string): JsonObject {
  const required: string[] = [];
  const properties = list.map((entry, index): [string, JsonValue] => {
    const place = `${path}[${index}]`;
    if (!isJsonObject(entry)) throw new SchemaRefusal(place, 'must be an object with a name and a type');
    const name = pick(entry, NAME_KEYS) ?? pick(entry, TITLE_KEYS);
    if (typeof name !== 'string' || name.trim() === '') throw new SchemaRefusal(`${place}.name`, 'must be a name');
    if (pick(entry, REQUIRED_KEYS) === true) required.push(name);
    return [name, fieldToJsonSchema(entry, place)];
  });
  const names = new Set(properties.map(([name]) => name));
  if (names.size < properties.length) throw new SchemaRefusal(path, 'names the same field twice');
  return { type: 'object', properties: Object.fromEntries(properties), ...(required.length > 0 ? { required } : {}) };
}

function fieldToJsonSchema(entry: JsonObject, place: string): JsonObject {
  const word = pick(entry, TYPE_KEYS) ?? 'string';
  const children = pick(entry, CHILDREN_KEYS);
  const base = typeof word === 'string' ? typeWord(word) : null;
  if (base === null) throw new SchemaRefusal(`${place}.type`, `must be one of ${KNOWN_TYPE_WORDS}`);
  const kept = Object.entries(entry).filter(([key]) => !SPOKEN_FOR.has(key));
  const title = pick(entry, TITLE_KEYS);
  const choices = pick(entry, CHOICES_KEYS);
  const facts: Record<string, JsonValue> = { ...Object.fromEntries(kept), ...base };
  if (typeof title === 'string') facts.title = title;
  if (typeof entry.description === 'string') facts.description = entry.description;
  if (isJsonArray(choices)) facts.enum = choices;
  if (isJsonArray(children) && children.length > 0) {
    const shape = fieldListToJsonSchema(children, `${place}.children`);
    if (base.type === 'array') facts.items = shape;
    else Object.assign(facts, shape);
  } else if (isJsonObject(entry.properties)) {
    facts.properties = entry.properties;
    facts.type = 'object';
  }
  return facts;
}

function pick(entry: JsonObject, keys: readonly string[]): JsonValue | undefined {
  for (const key of keys) {
    const value = Object.hasOwn(entry, key) ? entry[key] : undefined;
    if (value !== undefined && value !== null) return value;
  }
  return undefined;
}
