import { ParseError } from '../../parse-error';
import { type Block, type BlockCell, type BlockTable, COVERED } from '../blocks';
import { childrenOf, type Markup } from '../markup';

/** Cells one cell may span or stand for. */
const MAX_SPAN = 200;
/** Rows one row may stand for. */
const MAX_REPEATED_ROWS = 100;
const ROW_GROUPS = new Set(['table:table-header-rows', 'table:table-rows', 'table:table-row-group']);

/** A cell that goes on downwards. */
interface Reach {
  readonly cell: BlockCell;
  readonly rowsLeft: number;
}

/** Cells of all tables of one document. */
const MAX_CELLS = 300_000;

/** Cells that were read; more than `MAX_CELLS` are refused. */
export class CellCount {
  #cells = 0;

  add(): void {
    this.#cells += 1;
    if (this.#cells > MAX_CELLS)
      throw new ParseError(
        'document-unreadable',
        `this document has more than the ${MAX_CELLS} table cells that are read; split it into several files`,
      );
  }
}

/** A `table:table` of text or slides as a grid; `read` reads the blocks of a cell, once however often it is repeated. */
export function readOdfTable(table: Markup, read: (cell: Markup) => Block[], count: CellCount): BlockTable {
  const known = new Map<Markup, BlockCell>();
  const cellAt = (element: Markup): BlockCell => {
    const cell = known.get(element) ?? cellOf(read(element));
    known.set(element, cell);
    return cell;
  };
  const rows: BlockCell[][] = [];
  let reaches: (Reach | undefined)[] = [];
  let headerRows = 0;
  const readRows = (group: Markup, isHeader: boolean): void => {
    for (const child of childrenOf(group)) {
      if (ROW_GROUPS.has(child.name)) readRows(child, isHeader || child.name === 'table:table-header-rows');
      if (child.name !== 'table:table-row') continue;
      const times = countOf(child.attributes['table:number-rows-repeated'], MAX_REPEATED_ROWS);
      for (let time = 0; time < times; time += 1) {
        const row = readRow(child, reaches, cellAt, count);
        rows.push(row.cells);
        reaches = row.reaches;
        if (isHeader) headerRows += 1;
      }
    }
  };
  readRows(table, false);
  const title = table.attributes['table:title'] ?? null;
  return { kind: 'table', rows, headerRows: headerRows === 0 ? null : headerRows, title };
}

function readRow(
  row: Markup,
  above: readonly (Reach | undefined)[],
  cellAt: (element: Markup) => BlockCell,
  count: CellCount,
): { cells: BlockCell[]; reaches: (Reach | undefined)[] } {
  const cells: BlockCell[] = [];
  const reaches: (Reach | undefined)[] = [];
  for (const element of childrenOf(row)) {
    if (element.name !== 'table:table-cell' && element.name !== 'table:covered-table-cell') continue;
    const times = countOf(element.attributes['table:number-columns-repeated'], MAX_SPAN);
    for (let time = 0; time < times; time += 1) {
      count.add();
      const column = cells.length;
      const reach = element.name === 'table:covered-table-cell' ? above[column] : undefined;
      const high = countOf(element.attributes['table:number-rows-spanned'], MAX_SPAN);
      const cell = reach?.cell ?? (element.name === 'table:table-cell' ? cellAt(element) : COVERED);
      const rowsLeft = reach === undefined ? high - 1 : reach.rowsLeft - 1;
      if (rowsLeft > 0) reaches[column] = { cell: { ...cell, isRepeat: true }, rowsLeft };
      cells.push(cell);
    }
  }
  return { cells, reaches };
}

function cellOf(blocks: Block[]): BlockCell {
  return { blocks, isRepeat: false };
}

function countOf(value: string | undefined, most: number): number {
  const number = Number(value ?? '1');
  return Number.isInteger(number) && number > 0 ? Math.min(number, most) : 1;
}
