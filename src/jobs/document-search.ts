import type { EpochMs } from './job';
import type { ListWindow, Order } from './records';

/** Where a range ends; null: it does not. */
export type Bound<Value> = { readonly value: Value; readonly isIncluded: boolean } | null;

export interface Range<Value> {
  readonly from: Bound<Value>;
  readonly until: Bound<Value>;
}

/**
 * What must hold of a document's value. Case does not matter, but in the ends of a range for the letters A to Z alone.
 * Outside: there is a value, and it is in none of the ranges, or cannot be compared with them.
 */
export type ValueTest =
  | { readonly kind: 'presence'; readonly isThere: boolean }
  | { readonly kind: 'part' | 'prefix'; readonly text: string }
  | { readonly kind: 'text'; readonly ranges: readonly Range<string>[]; readonly isInside: boolean }
  | {
      readonly kind: 'number' | 'time';
      readonly ranges: readonly Range<number>[];
      readonly isInside: boolean;
    };

/** Documents found by what was read in them. All that is said must hold. */
export interface DocumentSearch extends ListWindow {
  readonly tests: readonly { readonly fieldId: string; readonly test: ValueTest }[];
  /** Each must be in the filename or in one of the document's values. */
  readonly words: readonly string[];
  readonly sourceId: string | null;
  /** By what the documents have for a field, those without it last; the window's cursor does not hold then. null: by time. */
  readonly sortBy: { readonly fieldId: string; readonly order: Order } | null;
}

export interface FoundDocument {
  readonly id: string;
  readonly filename: string;
  readonly sourceId: string | null;
  readonly createdAt: EpochMs;
}
