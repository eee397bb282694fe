import type { TableCell } from '../parsed-document';

/** The lines of a cell as its author set them, white space folded. */
export const cellLines = ({ text, lines }: TableCell): readonly string[] =>
  (lines ?? [text]).map((line) => line.replace(/\s+/g, ' ').trim());
