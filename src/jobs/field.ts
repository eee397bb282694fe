import type { EpochMs } from './job';

/** One field as it occurs over all schemas of an account. */
export interface FieldRecord {
  readonly id: string;
  readonly accountId: string;
  /** "seller_name": lower case, words joined by underscores. */
  readonly canonicalName: string;
  readonly title: string;
  /** Of the schema that asked last: a scalar type, or "array". */
  readonly type: string;
  readonly description: string;
  /** The part of the name in front of its last dot; null: none. */
  readonly group: string | null;
  /** Documents in which it has a value. */
  readonly occurrences: number;
  readonly createdAt: EpochMs;
  readonly updatedAt: EpochMs;
}

/** The value a document has for a field now: what its newest extraction that asked for the field says. */
export interface FieldValue {
  readonly fieldId: string;
  readonly documentId: string;
  readonly extractionId: string;
  /** As text; null: asked for and not there. */
  readonly text: string | null;
  /** Where the text reads as a number. */
  readonly number: number | null;
  /** Where the text reads as a day or an instant. */
  readonly time: EpochMs | null;
  readonly at: EpochMs;
}
