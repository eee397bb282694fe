import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from './json';
import { SchemaRefusal } from './refusal';
import { KNOWN_TYPE_WORDS, typeWord } from './type-words';

/** Keywords that tell a JSON Schema leaf from a nested object of the flat format. */
const LEAF_KEYWORDS = new Set([
  'type',
  'format',
  'title',
  'description',
  'enum',
  'const',
  'items',
  'properties',
  'required',
  'pattern',
  'minimum',
  'maximum',
  'default',
  'examples',
]);

/** `{key: "type"}` as JSON Schema; a value may also be a nested object, a one-element list or a JSON Schema leaf. */
export function flatToJsonSchema(flat: JsonObject, path: string): JsonObject {
  const properties = Object.entries(flat).map(([name, value]): [string, JsonValue] => [
    name,
    valueToJsonSchema(value, path === '' ? name : `${path}.${name}`),
  ]);
  return { type: 'object', properties: Object.fromEntries(properties) };
}

function valueToJsonSchema(value: JsonValue, place: string): JsonValue {
  if (typeof value === 'string') {
    const known = typeWord(value);
    if (known === null) throw new SchemaRefusal(place, `"${clip(value)}" is no type; use ${KNOWN_TYPE_WORDS}`);
    return known;
  }
  if (isJsonArray(value)) {
    const [items, ...more] = value;
    if (items === undefined || more.length > 0) {
      throw new SchemaRefusal(place, 'a list must hold the one shape of its items');
    }
    return { type: 'array', items: valueToJsonSchema(items, `${place}[0]`) };
  }
  if (isJsonObject(value)) return isLeaf(value) ? spellType(value) : flatToJsonSchema(value, place);
  throw new SchemaRefusal(place, `must be a type word or a nested object; use ${KNOWN_TYPE_WORDS}`);
}

function isLeaf(value: JsonObject): boolean {
  const type = value.type;
  const typed = (typeof type === 'string' && typeWord(type) !== null) || isJsonArray(type);
  return (
    (typed || isJsonObject(value.properties) || isJsonArray(value.enum)) &&
    Object.entries(value).every(([key, fact]) => LEAF_KEYWORDS.has(key) || (key.startsWith('x-') && fact !== null))
  );
}

function spellType(value: JsonObject): JsonObject {
  const word = value.type;
  return typeof word === 'string' ? { ...value, ...typeWord(word) } : value;
}

function clip(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}...` : text;
}
