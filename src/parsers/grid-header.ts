import { isNumeric, isPlaceholder } from './is-numeric';

/** Share of a column's cells that must be numeric for the column to be. */
const NUMERIC_SHARE = 0.6;
/** Characters a heading has at most. */
const MAX_HEADING_CHARACTERS = 60;

/**
 * How many leading rows of a grid of texts are headings: 1 where the first row is words over columns of numbers, or
 * short distinct words over three columns or more; else 0.
 */
export function headerRowsOf(rows: readonly (readonly string[])[]): 0 | 1 {
  const [first, ...body] = rows;
  if (first === undefined || body.length === 0) return 0;
  const names = first.filter((text) => !isPlaceholder(text));
  const words = names.filter((text) => !isNumeric(text) || /^(?:19|20)\d\d$/.test(text.trim()));
  if (names.length < Math.max(1, first.length / 2) || words.length < names.length) return 0;
  if (names.some((text) => text.length > MAX_HEADING_CHARACTERS)) return 0;
  const overNumbers = first.some((text, column) => !isNumeric(text) && isNumericColumn(body, column));
  if (overNumbers) return 1;
  const isDistinct = new Set(names).size === names.length;
  const recurs = body.some((row) => row.some((text, column) => text !== '' && text === first[column]));
  return names.length >= 3 && isDistinct && !recurs ? 1 : 0;
}

/**
 * Whether a row heads groups of the columns that the row below it names: two words or more, none beside another, each with a
 * name below it and a name to the right of that. A name and its value stand side by side.
 */
export function headsGroups(row: readonly string[], below: readonly string[]): boolean {
  const filled = row.flatMap((text, column) => (text.trim() === '' ? [] : [column]));

  const isWord = (text: string): boolean =>
    text.trim() !== '' && !isNumeric(text) && text.length <= MAX_HEADING_CHARACTERS;
  const isNamed = (column: number): boolean => isWord(below[column] ?? '');
  return (
    filled.length >= 2 &&
    filled.every((column) => !filled.includes(column + 1) && isWord(row[column] ?? '')) &&
    filled.every((column) => isNamed(column) && isNamed(column + 1)) &&
    below.filter((text) => text.trim() !== '').every(isWord)
  );
}

function isNumericColumn(rows: readonly (readonly string[])[], column: number): boolean {
  const texts = rows.map((row) => row[column] ?? '').filter((text) => !isPlaceholder(text));
  return texts.length > 0 && texts.filter(isNumeric).length >= NUMERIC_SHARE * texts.length;
}
