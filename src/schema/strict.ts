import { budgetOf, combine, type ReferenceBudget } from './combine';
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from './json';
import { itemsOf, kindOf } from './json-schema';

/** Keywords that the strict spelling says in its own way, or that say nothing about the shape. */
const LEFT_OUT = new Set(['title', 'default', '$schema', '$id', '$defs', 'definitions', 'nullable', 'prefixItems']);

/**
 * The same shape in the strict spelling: every object closed and all its names required, what may be missing may be null
 * instead; free of references, titles and defaults. Takes what `normaliseSchema` takes as JSON Schema.
 */
export const strictSchema = (definition: JsonObject): JsonObject =>
  strict(definition, new Set(), budgetOf(definition)).shape;

interface Strict {
  readonly shape: JsonObject;
  readonly isNullable: boolean;
}

function strict(given: JsonValue, above: ReadonlySet<string>, budget: ReferenceBudget): Strict {
  const { schema, active, isNullable } = combine(isJsonObject(given) ? given : {}, '', above, budget);
  const kept = Object.fromEntries(Object.entries(schema).filter(([key]) => !LEFT_OUT.has(key)));
  const words = typeWords(schema);
  const choices = isJsonArray(schema.enum) ? schema.enum : [];
  const nullable = isNullable || words.includes('null') || choices.includes(null) || schema.nullable === true;
  switch (kindOf(schema, '')) {
    case 'object': {
      const properties = isJsonObject(schema.properties) ? schema.properties : {};
      const required = new Set(isJsonArray(schema.required) ? schema.required : []);
      const children = Object.entries(properties).map(([name, child]): [string, JsonObject] => {
        const { shape, isNullable: mayBeNull } = strict(child, active, budget);
        return [name, mayBeNull || !required.has(name) ? orNull(shape) : shape];
      });
      const closed = {
        ...kept,
        type: 'object',
        properties: Object.fromEntries(children),
        required: children.map(([name]) => name),
        additionalProperties: false,
      };
      return { shape: closed, isNullable: nullable };
    }
    case 'array': {
      const { shape, isNullable: mayBeNull } = strict(itemsOf(schema), active, budget);
      const items = mayBeNull ? orNull(shape) : shape;
      return { shape: { ...kept, type: 'array', items }, isNullable: nullable };
    }
    case 'scalar': {
      const type = words.find((word) => word !== 'null') ?? null;
      const { enum: _, const: only = null, ...open } = kept;
      const real = choices.filter((choice) => choice !== null);
      const isOpen = type === null && real.length === 0 && only === null;
      const shape = {
        ...open,
        ...(real.length === 0 ? {} : { enum: real }),
        ...(only === null ? {} : { const: only }),
        ...(type === null ? {} : { type }),
        ...(isOpen ? { type: 'string' } : {}),
      };
      return { shape, isNullable: nullable || schema.const === null };
    }
  }
}

const orNull = (shape: JsonObject): JsonObject => ({ anyOf: [shape, { type: 'null' }] });

const typeWords = ({ type }: JsonObject): readonly JsonValue[] => {
  if (type === undefined) return [];
  return isJsonArray(type) ? type : [type];
};
