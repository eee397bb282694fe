import type { JsonValue } from './json';

/** What a leaf holds. `date` is an ISO 8601 day; `date-time` an ISO 8601 instant or local time. */
export type ScalarType = 'string' | 'number' | 'integer' | 'boolean' | 'date' | 'date-time';

interface NodeBase {
  /** How people call it; from `title`, else made of the property name. */
  readonly title: string;
  readonly description: string;
}

export interface ScalarNode extends NodeBase {
  readonly kind: 'scalar';
  readonly type: ScalarType;
  /** The only values allowed, as given; null: any. */
  readonly choices: readonly JsonValue[] | null;
  /** A regular expression as given. Never run with `RegExp`: it comes from a caller. */
  readonly pattern: string | null;
  /** JSON Schema `format` other than date and date-time (email, uri ...); null: none. */
  readonly format: string | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
}

export interface ObjectNode extends NodeBase {
  readonly kind: 'object';
  readonly properties: ReadonlyMap<string, SchemaNode>;
  readonly required: readonly string[];
}

export interface ArrayNode extends NodeBase {
  readonly kind: 'array';
  readonly items: SchemaNode;
}

/** The shape asked for, free of spelling variants: what every engine works with. Made only by `normaliseSchema`. */
export type SchemaNode = ScalarNode | ObjectNode | ArrayNode;

/** What an operation asks for that asks for no fields. */
export const NO_FIELDS: ObjectNode = {
  kind: 'object',
  title: '',
  description: '',
  properties: new Map(),
  required: [],
};
