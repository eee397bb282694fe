import { isNumeric } from '../is-numeric';
import type { Line } from '../parsed-document';

/** Rows at the end of a table that may sum it up. */
const MAX_TOTAL_ROWS = 8;

type Row = readonly (readonly Line[])[];

/** How many rows at the end are set apart as sums: bold under rows that are not, or a label and a number without a first cell. */
export function countTotalRows(rows: readonly Row[], headerRows: number): number {
  const body = rows.slice(headerRows);
  const isPlain = body.filter((row) => !isBold(row)).length > body.length / 2;
  const hasFirst = body.filter((row) => (row[0] ?? []).length > 0).length > body.length / 2;
  let count = 0;
  while (count < Math.min(MAX_TOTAL_ROWS, body.length - 1)) {
    const row = body[body.length - 1 - count];
    if (row === undefined || !((isPlain && isBold(row)) || (hasFirst && isLabelled(row)))) break;
    count += 1;
  }
  return count;
}

function isBold(row: Row): boolean {
  return row.flat().every((line) => line.words.every((word) => word.bold));
}

/** Nothing in the first column, words before a number in the others. */
function isLabelled(row: Row): boolean {
  const filled = row.filter((lines) => lines.length > 0).map((lines) => lines.map((line) => line.text).join(' '));
  const [label, ...numbers] = filled;
  if ((row[0] ?? []).length > 0 || label === undefined || !/\p{L}{2}/u.test(label)) return false;
  return numbers.length > 0 && numbers.every(isNumeric);
}
