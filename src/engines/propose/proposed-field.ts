import type { Box } from '../../parsers/parsed-document';
import type { ScalarType } from '../../schema/schema-node';
import type { Concept } from '../layout/lexicon/concept';

/** What a leaf would hold. */
export interface ScalarShape {
  readonly kind: 'scalar';
  readonly type: ScalarType;
  readonly format: 'email' | 'uri' | null;
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
}

/** Something a document shows that could be asked for, before it has a name of its own. */
export interface Sighting {
  /** As printed or declared; null: none stands beside it. */
  readonly label: string | null;
  /** Labels it may be named after, the best first; one that is taken by another field makes room for the next. */
  readonly callings: readonly string[];
  readonly concept: Concept | null;
  readonly shape: Shape;
  readonly page: number;
  readonly box: Box;
}

/** Fields of one schema. People read it; our own number. */
export const MOST_FIELDS = 60;
/** Columns of one table. */
export const MOST_COLUMNS = 20;

export const scalar = (type: ScalarType, format: ScalarShape['format'] = null): ScalarShape => ({
  kind: 'scalar',
  type,
  format,
});
