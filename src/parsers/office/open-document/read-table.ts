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

/** A `table:table` of text or slides as a grid; `read` reads the blocks of a cell. */
export function readOdfTable(table: Markup, read: (cell: Markup) => Block[]): BlockTable {
  const rows: BlockCell[][] = [];
  let reaches: (Reach | undefined)[] = [];
  let headerRows = 0;
  const readRows = (group: Markup, isHeader: boolean): void => {
    for (const child of childrenOf(group)) {
      if (ROW_GROUPS.has(child.name)) readRows(child, isHeader || child.name === 'table:table-header-rows');
      if (child.name !== 'table:table-row') continue;
      const times = count(child.attributes['table:number-rows-repeated'], MAX_REPEATED_ROWS);
      for (let time = 0; time < times; time += 1) {
        const row = readRow(child, reaches, read);
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
  read: (cell: Markup) => Block[],
): { cells: BlockCell[]; reaches: (Reach | undefined)[] } {
  const cells: BlockCell[] = [];
  const reaches: (Reach | undefined)[] = [];
  for (const element of childrenOf(row)) {
    if (element.name !== 'table:table-cell' && element.name !== 'table:covered-table-cell') continue;
    const times = count(element.attributes['table:number-columns-repeated'], MAX_SPAN);
    for (let time = 0; time < times; time += 1) {
      const column = cells.length;
      const reach = element.name === 'table:covered-table-cell' ? above[column] : undefined;
      const high = count(element.attributes['table:number-rows-spanned'], MAX_SPAN);
      const cell = reach?.cell ?? (element.name === 'table:table-cell' ? cellOf(read(element)) : COVERED);
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

function count(value: string | undefined, most: number): number {
  const number = Number(value ?? '1');
  return Number.isInteger(number) && number > 0 ? Math.min(number, most) : 1;
}
