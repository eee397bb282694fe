/** A property that a schema could have: seen in a document, or asked for in words. */
import type { JsonValue } from './json';
import type { ScalarType } from './schema-node';

/** What a leaf would hold. */
export interface ScalarShape {
  readonly kind: 'scalar';
  readonly type: ScalarType;
  readonly format: 'email' | 'uri' | null;
  /** All that it may be, as the boxes of a form name it; left out: anything. */
  readonly choices?: readonly string[];
}

export type Shape =
  | ScalarShape
  | { readonly kind: 'list'; readonly of: ScalarShape }
  | { readonly kind: 'table'; readonly columns: readonly ProposedField[] };

/** One property of a schema that does not exist yet. */
export interface ProposedField {
  /** snake_case. */
  readonly name: string;
  /** How people would call it. */
  readonly title: string;
  /** How the documents or the words of the request call it, each once; empty where only its look gave it away. */
  readonly labels: readonly string[];
  /** Id of the concept it means; null: only its own words tell. */
  readonly meaning: string | null;
  readonly shape: Shape;
  /** What stands there in the documents, each once, as values of its type; empty: none was seen. */
  readonly examples: readonly JsonValue[];
  /** Whether the words of the request name it: then it is wanted whatever documents have it. */
  readonly isAsked: boolean;
}

/** Fields of one schema. People read it; our own number. */
export const MOST_FIELDS = 60;
/** Columns of one table. */
export const MOST_COLUMNS = 20;
/** Examples of one field. */
export const MOST_EXAMPLES = 3;

export const scalar = (type: ScalarType, format: ScalarShape['format'] = null): ScalarShape => ({
  kind: 'scalar',
  type,
  format,
});
