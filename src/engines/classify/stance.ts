/**
 * How a reading weighs what is seen. Readings of one document differ in it, so that where they agree, the answer hangs on
 * no single kind of evidence.
 */
export interface Stance {
  readonly headings: number;
  readonly proofs: number;
  readonly usual: number;
  readonly shapes: number;
  /** Of the categories' own words. */
  readonly words: number;
  /** How much pages after the first say, 0-1. */
  readonly laterPages: number;
  /** How much letterheads, feet and page numbers say of where a document begins. */
  readonly paper: number;
  /** How much what is written says of it: titles, numbers, greetings, words that change. */
  readonly text: number;
  /** What must speak for a beginning at least. */
  readonly caution: number;
}

const BALANCED: Stance = {
  headings: 1,
  proofs: 1,
  usual: 1,
  shapes: 1,
  words: 1,
  laterPages: 0.6,
  paper: 1,
  text: 1,
  caution: 1,
};

/** The readings there are, the most trusted first: as many are made as are asked for. */
export const STANCES: readonly Stance[] = [
  BALANCED,
  { ...BALANCED, headings: 0.5, proofs: 1.3, paper: 0.6, text: 1.2 },
  { ...BALANCED, proofs: 0.8, usual: 0.5, words: 1.3, paper: 1.3, text: 0.7 },
  { ...BALANCED, headings: 1.5, proofs: 0.8, words: 0.6, laterPages: 0.3, caution: 1.5 },
  { ...BALANCED, shapes: 0.3, usual: 1.6, paper: 0.3, text: 1.4 },
  { ...BALANCED, headings: 0.8, words: 0.2, usual: 0.5, laterPages: 1, caution: 0.6 },
  { ...BALANCED, proofs: 0.7, headings: 1.2, shapes: 1.5, paper: 1.5, text: 0.5 },
  { ...BALANCED, headings: 0.2, proofs: 1, words: 1, laterPages: 1, caution: 1.3 },
];
