import { derivedId } from './derived-id';
import type { EpochMs } from './job';
import type { ListWindow } from './records';

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

/** The same for the same name in the same account, with nothing stored. `canonicalName`: as `canonicalName` writes it. */
export const fieldIdOf = (accountId: string, canonicalName: string): Promise<string> =>
  derivedId(`field/${accountId}/${canonicalName}`);

/** How well a field has proved itself. */
export type Tier = 'core' | 'established' | 'emerging';

/** In how many documents a field has a value, at least: our numbers. */
export const TIERS = { core: 20, established: 5, emerging: 0 } as const satisfies Record<Tier, number>;

export function tierOf(occurrences: number): Tier {
  if (occurrences >= TIERS.core) return 'core';
  return occurrences >= TIERS.established ? 'established' : 'emerging';
}

export interface FieldFilter extends ListWindow {
  /** Each must be in the name, the title or the description. */
  readonly words: readonly string[];
  readonly tier: Tier | null;
  readonly group: string | null;
}

/** A document in which a field has a value. */
export interface FieldOccurrence {
  readonly documentId: string;
  readonly filename: string;
  readonly extractionId: string;
  readonly text: string;
  readonly at: EpochMs;
}

/** A value that a search found, and how many documents have it. */
export interface FoundValue {
  readonly fieldId: string;
  readonly text: string;
  readonly documents: number;
}
