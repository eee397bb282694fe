import { isJsonArray, isJsonObject, type JsonValue } from '../../schema/json';

/** One thing that was expected of a document beside what was found. */
export interface Comparison {
  /** Names it within its document: names and 0-based positions with dots between them, "line_items.0.amount". */
  readonly key: string;
  /** The key with every position as "*": what it is counted under over all documents. */
  readonly field: string;
  /** null: nothing. */
  readonly expected: JsonValue;
  readonly found: JsonValue;
  /** How alike the two are, 0-1; 1 for two that mean the same, and for nothing where nothing was expected. */
  readonly similarity: number;
  readonly judgement: Judgement;
}

/** A true positive is a value that means what was expected, a true negative nothing where nothing was. */
export type Judgement = 'true-positive' | 'true-negative' | 'false-positive' | 'false-negative' | 'mismatch';

/** What one document gave beside what was expected of it. */
export interface DocumentScore {
  readonly comparisons: readonly Comparison[];
  /** Mean similarity of each thing that was expected, by its key. */
  readonly similarities: ReadonlyMap<string, number>;
  /** Where in what was found the items of the expected lists are: "line_items.0" to "line_items.2"; null: nowhere. */
  readonly places: ReadonlyMap<string, string | null>;
}

/** Two that mean the same have a similarity of 1. */
export function judge(expected: JsonValue, found: JsonValue, similarity: number): Judgement {
  if (isNothing(expected)) return isNothing(found) ? 'true-negative' : 'false-positive';
  if (isNothing(found)) return 'false-negative';
  return similarity === 1 ? 'true-positive' : 'mismatch';
}

/** Empty texts and lists, and objects that hold nothing, say as little as null. */
export function isNothing(value: JsonValue): boolean {
  if (isJsonObject(value)) return Object.values(value).every(isNothing);
  if (isJsonArray(value)) return value.length === 0;
  return value === null || (typeof value === 'string' && value.trim() === '');
}
