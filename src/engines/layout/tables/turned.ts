import type { Table } from '../../../parsers/parsed-document';
import { type Grid, spanOfCell } from './grid';

/** Records and names of a table whose headings stand at the left; more of either is a table of data. */
const MOST_RECORDS = 40;
const MOST_NAMES = 60;
const LONGEST_NAME = 60;

/**
 * A table with one record in each column, its headings at the left, as a grid of rows. Null where the first column cannot be
 * names: they are empty, long, figures, or come again.
 */
export function turnedGrid(table: Table): Grid | null {
  const width = table.rows[0]?.length ?? 0;
  if (width < 2 || width > MOST_RECORDS + 1 || table.rows.length < 2 || table.rows.length > MOST_NAMES) return null;
  const rows = table.rows.filter((row) => row.some((cell) => cell.text.trim() !== ''));
  const names = rows.map((row) => nameIn(row[0]?.text ?? ''));
  const worded = names.filter((name) => /\p{L}/u.test(name) && name.length <= LONGEST_NAME);
  if (worded.length < Math.max(2, names.length - 1) || new Set(names).size < names.length) return null;
  const records = Array.from({ length: width - 1 }, (_, step) =>
    rows.map((row) => {
      const cell = row[step + 1];
      return cell === undefined ? null : spanOfCell(table.page, cell);
    }),
  );
  return { page: table.page, title: table.title, headings: names, rows: records, source: 'table', wholeRows: true };
}

/** As much of a text as tells whether it is a name. */
const nameIn = (text: string): string =>
  text
    .trim()
    .slice(0, LONGEST_NAME + 2)
    .replace(/\s*:$/, '');
