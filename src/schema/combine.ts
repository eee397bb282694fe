import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from './json';
import { SCHEMA_LIMITS } from './limits';
import { SchemaRefusal } from './refusal';

/** Counts `$ref` over one whole definition. */
export interface ReferenceBudget {
  readonly root: JsonObject;
  followed: number;
}

export interface Combined {
  readonly schema: JsonObject;
  /** The references this place was reached through; one met again below is a cycle. */
  readonly active: ReadonlySet<string>;
  /** Whether one of the options was null. */
  readonly isNullable: boolean;
}

/**
 * Resolves what JSON Schema lets one say in pieces at one place: `$ref` to a local definition, `allOf`, and `anyOf` or
 * `oneOf` where one option is null or all are constants. Of several real options the first is taken.
 */
export function combine(
  given: JsonObject,
  path: string,
  active: ReadonlySet<string>,
  budget: ReferenceBudget,
): Combined {
  let schema = given;
  let seen = active;
  let isNullable = false;
  for (;;) {
    budget.followed += 1;
    if (budget.followed > SCHEMA_LIMITS.references + SCHEMA_LIMITS.nodes) {
      throw new SchemaRefusal(path, `more than ${SCHEMA_LIMITS.references} references`);
    }
    const reference = schema.$ref;
    if (reference !== undefined) {
      if (typeof reference !== 'string') throw new SchemaRefusal(`${path}.$ref`, 'must be a string');
      if (seen.has(reference)) throw new SchemaRefusal(path, `$ref "${reference}" leads back to itself`);
      seen = new Set([...seen, reference]);
      schema = { ...lookUp(reference, path, budget.root), ...without(schema, '$ref') };
    } else if (isJsonArray(schema.allOf)) {
      schema = merged(without(schema, 'allOf'), schema.allOf, path);
    } else if (isJsonArray(schema.anyOf) || isJsonArray(schema.oneOf)) {
      const key = isJsonArray(schema.anyOf) ? 'anyOf' : 'oneOf';
      isNullable ||= asArray(schema[key]).some(isNull);
      schema = { ...option(schema[key], `${path}.${key}`), ...without(schema, key) };
    } else return { schema, active: seen, isNullable };
  }
}

function lookUp(reference: string, path: string, root: JsonObject): JsonObject {
  if (!reference.startsWith('#')) throw new SchemaRefusal(path, '$ref must point into this schema, as "#/$defs/name"');
  let target: JsonValue | undefined = root;
  for (const part of reference.slice(1).split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    target = isJsonObject(target) && Object.hasOwn(target, name) ? target[name] : undefined;
  }
  if (!isJsonObject(target)) throw new SchemaRefusal(path, `$ref "${reference}" points at nothing`);
  return target;
}

function option(options: JsonValue | undefined, path: string): JsonObject {
  const real = (isJsonArray(options) ? options : []).filter((one) => !isNull(one));
  const constants = real.flatMap((one) => (isJsonObject(one) && one.const !== undefined ? [one.const] : []));
  if (constants.length > 1 && constants.length === real.length) return { enum: constants };
  const [first] = real;
  if (!isJsonObject(first)) throw new SchemaRefusal(path, 'must hold at least one schema that is not null');
  return first;
}

function isNull(one: JsonValue): boolean {
  return isJsonObject(one) && (one.type === 'null' || one.const === null);
}

function merged(base: JsonObject, parts: readonly JsonValue[], path: string): JsonObject {
  let whole = base;
  for (const part of parts) {
    if (!isJsonObject(part)) throw new SchemaRefusal(`${path}.allOf`, 'must hold schemas');
    const properties = { ...asObject(part.properties), ...asObject(whole.properties) };
    const required = [...asArray(part.required), ...asArray(whole.required)];
    whole = { ...part, ...whole };
    if (Object.keys(properties).length > 0) whole = { ...whole, properties };
    if (required.length > 0) whole = { ...whole, required };
  }
  return whole;
}

function asObject(value: JsonValue | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

function asArray(value: JsonValue | undefined): readonly JsonValue[] {
  return isJsonArray(value) ? value : [];
}

function without(schema: JsonObject, key: string): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => name !== key));
}
