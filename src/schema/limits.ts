/**
 * How large a schema may be at most; a server may be set to take smaller ones only. Generous for people (a hundred columns, a few levels) and enough for the 5,000 properties
 * that one vendor takes, small enough that a hostile definition is refused in milliseconds. Our own numbers.
 */
export const SCHEMA_LIMITS = {
  /** JSON values in the definition as given, and in all that its `$ref` lead to, each as often as it is led to. */
  values: 40_000,
  /** Characters of all names and strings together; of what `$ref` leads to as well. */
  characters: 262_144,
  /** Nesting of the definition as given. */
  nesting: 64,
  /** Nesting of the shape after `$ref` is resolved. */
  depth: 16,
  /** Objects, arrays and leaves of the shape after `$ref` is resolved. */
  nodes: 8_000,
  /** `$ref` followed, all together. */
  references: 1_000,
  /** `$ref` that lead to one another, down from the root: each place looks whether it is met again. */
  inARow: 200,
  /** Keywords that go from piece to piece where `$ref`, `allOf` and `anyOf` put a place together. */
  copied: 80_000,
  /** Values of one `enum`. */
  choices: 1_000,
  /** Characters of one property name. */
  nameLength: 200,
} as const;

export type SchemaLimits = Readonly<Record<keyof typeof SCHEMA_LIMITS, number>>;
