import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from './json';
import { SCHEMA_LIMITS, type SchemaLimits } from './limits';
import { measured, type Size } from './measure';
import { SchemaRefusal } from './refusal';

/** Counts over one whole definition what its pieces cost: a small one must not unfold into a large one. */
export interface ReferenceBudget extends Size {
  readonly root: JsonObject;
  readonly limits: SchemaLimits;
  followed: number;
  /** Keywords that went from piece to piece. */
  copied: number;
}

export const budgetOf = (root: JsonObject, limits: SchemaLimits = SCHEMA_LIMITS): ReferenceBudget => ({
  root,
  limits,
  followed: 0,
  copied: 0,
  values: 0,
  characters: 0,
});

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
  const { limits } = budget;
  let schema = given;
  let seen = active;
  let isNullable = false;
  for (;;) {
    budget.followed += 1;
    if (schema !== given) budget.copied += Object.keys(schema).length;
    if (budget.copied > limits.copied) {
      throw new SchemaRefusal(path, `more than ${limits.copied} keywords to be put together`);
    }
    if (budget.followed > limits.references + limits.nodes) {
      throw new SchemaRefusal(path, `more than ${limits.references} references`);
    }
    const reference = schema.$ref;
    if (reference !== undefined) {
      if (typeof reference !== 'string') throw new SchemaRefusal(`${path}.$ref`, 'must be a string');
      if (seen.has(reference)) throw new SchemaRefusal(path, `$ref "${reference}" leads back to itself`);
      if (seen.size >= limits.inARow)
        throw new SchemaRefusal(path, `more than ${limits.inARow} references that lead to one another`);
      seen = new Set([...seen, reference]);
      const target = lookUp(reference, path, budget.root);
      measured(target, limits, budget);
      schema = { ...target, ...without(schema, '$ref') };
    } else if (isJsonArray(schema.allOf)) {
      const parts = asSchemas(schema.allOf, path).map((part) => combine(part, path, seen, budget));
      seen = new Set([...seen, ...parts.flatMap((part) => [...part.active])]);
      isNullable ||= parts.length > 0 && parts.every((part) => part.isNullable);
      schema = merged(
        without(schema, 'allOf'),
        parts.map((part) => part.schema),
      );
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

function asSchemas(parts: readonly JsonValue[], path: string): readonly JsonObject[] {
  return parts.map((part) => {
    if (!isJsonObject(part)) throw new SchemaRefusal(`${path}.allOf`, 'must hold schemas');
    return part;
  });
}

/** Where two say the same keyword, the own one counts, then that of the first part; properties and `required` add up. */
function merged(own: JsonObject, parts: readonly JsonObject[]): JsonObject {
  const properties = new Map<string, JsonValue>();
  for (const part of [...parts, own]) {
    for (const [name, child] of Object.entries(asObject(part.properties))) {
      if (part === own || !properties.has(name)) properties.set(name, child);
    }
  }
  const required = new Set([...parts, own].flatMap((part) => asArray(part.required)));
  return Object.fromEntries([
    ...[own, ...parts].reverse().flatMap((part) => Object.entries(part)),
    ...(properties.size > 0 ? [['properties', Object.fromEntries(properties)] as const] : []),
    ...(required.size > 0 ? [['required', [...required]] as const] : []),
  ]);
}

function asObject(value: JsonValue | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

function asArray(value: JsonValue | undefined): readonly JsonValue[] {
  return isJsonArray(value) ? value : [];
}

function without(schema: JsonObject, key: string): JsonObject {
  const { [key]: _, ...rest } = schema;
  return rest;
}
