/** Something that instructions say: what of, and what. */
export interface Told {
  /** As its author calls it: "first name"; "" where only the value is said. */
  readonly label: string;
  /** What it is told of: the names around it in an object ("applicant"); "" where none are. */
  readonly context: string;
  /** "true" and "false" for what is to be ticked or not. */
  readonly value: string;
  /** The words that say so. */
  readonly quote: string;
  /** The value with the sentences after it that may go on with it; absent: none do. */
  readonly onward?: string;
}
