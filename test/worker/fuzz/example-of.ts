import { z } from 'zod';
import type { Chance } from '../../support/fuzz/chance';
import { WILD_TEXTS } from './wild';

interface JsonSchema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly format?: string;
  readonly $ref?: string;
}

/** Something that a body of this schema may look like; the ids of things that are there stand in many places. */
export function exampleOf(schema: z.ZodType, chance: Chance, ids: readonly string[]): unknown {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline', cycles: 'ref' });
  return example(json as JsonSchema, { chance, ids }, 0);
}

interface Around {
  readonly chance: Chance;
  readonly ids: readonly string[];
}

function example(schema: JsonSchema, around: Around, depth: number): unknown {
  const { chance } = around;
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives) return example(chance.oneOf(alternatives) ?? {}, around, depth);
  if ('const' in schema) return schema.const;
  if (schema.enum) return chance.oneOf(schema.enum);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => example(part, around, depth)));
  switch (schema.type) {
    case 'object':
      return objectOf(schema, around, depth);
    case 'array': {
      const length = depth > 4 ? 0 : Math.max(schema.minItems ?? 0, chance.number(3));
      return Array.from({ length }, () => example(schema.items ?? {}, around, depth + 1));
    }
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 0, 0) + chance.number(5);
    case 'boolean':
      return chance.happens(0.5);
    case 'null':
      return null;
    case 'string':
      return text(schema, around);
    default:
      return depth > 3 ? null : anything(around, depth);
  }
}

function objectOf(schema: JsonSchema, around: Around, depth: number): Record<string, unknown> {
  const { chance } = around;
  const entries = Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const isThere = schema.required?.includes(name) || chance.happens(0.5);
    return isThere && depth < 6 ? [[name, example(property, around, depth + 1)] as const] : [];
  });
  const { additionalProperties } = schema;
  const more = typeof additionalProperties === 'object' && chance.happens(0.5);
  return { ...Object.fromEntries(entries), ...(more ? { key: example(additionalProperties, around, depth + 1) } : {}) };
}

function text({ format }: JsonSchema, { chance, ids }: Around): string {
  if (format === 'uri') return chance.pick(['https://hooks.example/a', 'data:text/plain;base64,VG90YWw6IDE=']);
  if (format === 'date-time') return '2026-01-01T00:00:00Z';
  if (format === 'uuid' || chance.happens(0.6)) return chance.oneOf(ids) ?? '';
  return chance.pick(WILD_TEXTS);
}

const SCHEMA = { type: 'object', properties: { total: { type: 'number' }, lines: { type: 'array' } } };

const anything = ({ chance, ids }: Around, depth: number): unknown =>
  chance.pick<unknown>([
    SCHEMA,
    JSON.stringify(SCHEMA),
    chance.oneOf(ids),
    {},
    [],
    depth,
    null,
    true,
    { url: 'data:text/plain;base64,VG90YWw6IDEwLjAw', filename: 'a.txt' },
  ]);
