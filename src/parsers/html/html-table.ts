import { headerRowsOf } from '../grid-header';
import type { TableCell } from '../parsed-document';
import { oneLine } from '../typeset-grid';
import { all, type HtmlElement, isRead, textOf } from './html-tree';

/** Cells one cell may span. */
const MAX_SPAN = 200;
/** Cells of one table. */
const MAX_CELLS = 200_000;
/** Of all tables of a document, blank ones and those that others span too. */
const MAX_CELLS_IN_ALL = 500_000;

/** Cells that tables of one document may still have. */
export class CellAllowance {
  left = MAX_CELLS_IN_ALL;
}

export interface HtmlTable {
  readonly title: string | null;
  readonly headerRows: number;
  /** Equally long rows; a cell over several places has its text in each row it covers. */
  readonly rows: readonly (readonly HtmlCell[])[];
}

export interface HtmlCell extends Pick<TableCell, 'goesOn'> {
  readonly text: string;
}

const EMPTY: HtmlCell = { text: '' };

function childrenNamed(element: HtmlElement, names: readonly string[]): HtmlElement[] {
  return element.children.filter(
    (child): child is HtmlElement => typeof child !== 'string' && names.includes(child.name),
  );
}

/** The rows of a table itself, not of tables inside it. */
export function rowsOf(table: HtmlElement): HtmlElement[] {
  return table.children.flatMap((child) => {
    if (typeof child === 'string' || !isRead(child)) return [];
    if (child.name === 'tr') return [child];
    return ['thead', 'tbody', 'tfoot'].includes(child.name) ? childrenNamed(child, ['tr']).filter(isRead) : [];
  });
}

export function cellsOf(row: HtmlElement): HtmlElement[] {
  return childrenNamed(row, ['td', 'th']).filter(isRead);
}

/** A table of data; null for one that only lays out a page (tables inside, one column, one row, no text), or is past its limit. */
export function dataTableOf(table: HtmlElement, allowance: CellAllowance): HtmlTable | null {
  if (table.attributes.role === 'presentation' && all(table, 'th').length === 0) return null;
  if (all(table, 'table').length > 0) return null;
  const rows = rowsOf(table);
  const grid = gridOf(rows, allowance);
  const width = grid?.reduce((most, row) => Math.max(most, row.length), 0) ?? 0;
  if (grid === null || width * grid.length > Math.min(MAX_CELLS, allowance.left)) return null;
  allowance.left -= width * grid.length;
  const cells = grid
    .map((row) => Array.from({ length: width }, (_, column) => row[column] ?? EMPTY))
    .filter((row) => row.some(({ text }) => text !== ''));
  const filledColumns = Array.from({ length: width }, (_, column) => column).filter((column) =>
    cells.some((row) => row[column]?.text !== ''),
  );
  if (cells.length < 2 || filledColumns.length < 2) return null;
  const kept = cells.map((row) => filledColumns.map((column) => row[column] ?? EMPTY));
  const texts = kept.map((row) => row.map(({ text }) => text));
  if (texts.flat().some((text) => text.length > 2000)) return null;
  const caption = childrenNamed(table, ['caption'])[0];
  const title = caption === undefined ? '' : oneLine(textOf(caption));
  return { title: title === '' ? null : title, headerRows: markedHeaderRows(rows) ?? headerRowsOf(texts), rows: kept };
}

/** Leading rows of only `th` cells, or those of `thead`; null where the markup has none. */
function markedHeaderRows(rows: readonly HtmlElement[]): number | null {
  let count = 0;
  for (const row of rows) {
    const cells = cellsOf(row);
    if (cells.length === 0 || cells.some((cell) => cell.name !== 'th')) break;
    count += 1;
  }
  return count === 0 || count === rows.length ? null : count;
}

/** Null past `MAX_CELLS`, or what is left of them. */
function gridOf(rows: readonly HtmlElement[], allowance: CellAllowance): HtmlCell[][] | null {
  const most = Math.min(MAX_CELLS, allowance.left);
  const grid: HtmlCell[][] = rows.map(() => []);
  let placed = 0;
  rows.forEach((row, rowNumber) => {
    let column = 0;
    for (const cell of cellsOf(row)) {
      while (grid[rowNumber]?.[column] !== undefined) column += 1;
      const wide = span(cell.attributes.colspan);
      const high = Math.min(span(cell.attributes.rowspan), rows.length - rowNumber);
      placed += wide * high;
      if (placed > most) return;
      const text = oneLine(textOf(cell));
      for (let down = 0; down < high; down += 1) {
        const target = grid[rowNumber + down];
        for (let across = 0; across < wide; across += 1) {
          if (target !== undefined && target[column + across] === undefined) {
            target[column + across] = { text: across === 0 ? text : '', ...goesOnAt(down, across) };
          }
        }
      }
      column += wide;
    }
  });
  allowance.left -= placed;
  return placed > most ? null : grid;
}

function span(attribute: string | undefined): number {
  const value = Number.parseInt(attribute ?? '1', 10);
  return Number.isFinite(value) && value > 0 ? Math.min(value, MAX_SPAN) : 1;
}

/** Where in a cell over several places one of them lies. */
function goesOnAt(down: number, across: number): Pick<HtmlCell, 'goesOn'> {
  if (down > 0) return { goesOn: 'above' };
  return across > 0 ? { goesOn: 'left' } : {};
}
