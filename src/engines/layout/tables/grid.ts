import type { Table, TableCell } from '../../../parsers/parsed-document';
import type { Span } from '../span';

/** A table ready for mapping: named columns over rows of spans. */
export interface Grid {
  readonly page: number;
  readonly title: string | null;
  /** Heading of each column; "" where none is printed. */
  readonly headings: readonly string[];
  /** Every row has one entry for each column; null is an empty cell. */
  readonly rows: readonly (readonly (Span | null)[])[];
  /** `table`: declared by the format or found by the parser; `columns`: found here from a row of headings. */
  readonly source: 'table' | 'columns';
  /** True where the first column holds the headings of sections (see `bySection`); it has no heading of its own. */
  readonly sections?: true;
  /** True where every row is one item, however it stands on the page. */
  readonly wholeRows?: true;
}

/** Heading rows a table may have beyond those the parser saw. */
const MOST_MORE = 2;
/** Characters of a heading that are read: what goes on is none. */
const LONGEST_HEADING = 300;
/** Characters of a figure with its signs and currency. */
const LONGEST_FIGURE = 100;
/** Rows looked at to see which columns hold figures. */
const SAMPLE = 30;

/** A parser's table as a grid. Several heading rows are read together, column by column. */
export function gridOfTable(table: Table, headerRows = wholeHead(table)): Grid {
  const heads = table.rows
    .slice(0, headerRows)
    .map((row) => row.map((cell) => cell.text.trim().slice(0, LONGEST_HEADING)));
  const spread = heads.map((row, index) => spreadOver(row, heads[index + 1]));
  const width = table.rows[0]?.length ?? 0;
  const headings = Array.from({ length: width }, (_, column) => {
    const texts = spread.map((row) => row[column] ?? '').filter((text) => text !== '');
    return [...new Set(texts)].join(' ');
  });
  const rows = table.rows.slice(headerRows).map((row) => row.map((cell) => spanOfCell(table.page, cell)));
  return { page: table.page, title: table.title, headings, rows, source: 'table' };
}

/** A cell as a piece of the document; null where it is empty. */
export function spanOfCell(page: number, cell: TableCell): Span | null {
  const text = cell.text.trim();
  return text === '' ? null : { page, box: cell.box, text, locator: cell.locator, attachment: null };
}

/** A heading over several columns names each of those that have a heading of their own below it. */
function spreadOver(row: readonly string[], below: readonly string[] | undefined): readonly string[] {
  if (below === undefined) return row;
  let over = '';
  return row.map((text, column) => {
    const under = below[column] ?? '';
    if (text !== '') over = under === '' ? '' : text;
    return text === '' && under !== '' ? over : text;
  });
}

/** The heading rows the parser saw, and those right below with words over columns of figures ("of 2010"). */
function wholeHead(table: Table): number {
  const { headerRows, rows } = table;
  if (headerRows === 0) return 0;
  let count = headerRows;
  while (count < headerRows + MOST_MORE && rows.length > count + 1 && goesOn(rows, count)) count += 1;
  return count;
}

function goesOn(rows: Table['rows'], at: number): boolean {
  const body = rows.slice(at + 1, at + 1 + SAMPLE);
  const row = rows[at] ?? [];
  const figures = row.map((_, column) => holdFigures(body.map((one) => one[column]?.text.trim() ?? '')));
  const over = row.filter((cell, column) => figures[column] === true && cell.text.trim() !== '');
  return over.length > 0 && over.length * 2 >= figures.filter(Boolean).length && over.every(isWorded);
}

function isWorded({ text }: { readonly text: string }): boolean {
  return /\p{L}{2}/u.test(text) && text.length < 60;
}

function holdFigures(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== '');
  return filled.length > 0 && filled.filter(isFigure).length >= filled.length * 0.7;
}

const isFigure = (text: string): boolean => text.length <= LONGEST_FIGURE && FIGURE.test(text);
const FIGURE = /^[^\p{L}\d]*\d[\d.,' ]*(?:[^\p{L}\d]*|\s?[A-Z]{3})$/u;
