/** What goes into a field, and the words of the instructions that say so. */
export interface Decided {
  /** Of a box to be ticked "true" or "false". */
  readonly value: string;
  readonly quote: string;
  /** The value with more that was said, where there is room for it; absent: no more was. */
  readonly onward?: string | undefined;
}

/** By the key of the field. */
export type Decisions = ReadonlyMap<string, Decided>;
