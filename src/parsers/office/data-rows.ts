import { headerRowsOf } from '../grid-header';
import { oneLine } from '../typeset-grid';
import { type BlockCell, type BlockTable, textOfBlocks } from './blocks';

/** Characters a cell of data has at most; what is longer is a page laid out as a table. */
const MAX_CELL_CHARACTERS = 2000;
/** Lines from which a cell is a block of text, an address for one, and not a value. */
const BLOCK_LINES = 3;

export interface DataRows {
  readonly texts: readonly (readonly string[])[];
  readonly headerRows: number;
  /** Where each row and column was in the table before blank ones were left out, 0-based. */
  readonly rowNumbers: readonly number[];
  readonly columnNumbers: readonly number[];
}

/** A table of data without its blank rows and columns; null for one that only lays out a page. */
export function dataRowsOf(table: BlockTable): DataRows | null {
  const cells = table.rows.flat();
  if (cells.some((cell) => cell.blocks.some((block) => block.kind === 'table'))) return null;
  const width = table.rows.reduce((most, row) => Math.max(most, row.length), 0);
  const all = table.rows.map((row) => Array.from({ length: width }, (_, column) => textOfCell(row[column])));
  const isFilled = (text: string | undefined): boolean => text !== undefined && text !== '';
  const rowNumbers = [...all.keys()].filter((row) => all[row]?.some(isFilled));
  const columnNumbers = Array.from({ length: width }, (_, column) => column).filter((column) =>
    all.some((row) => isFilled(row[column])),
  );
  if (rowNumbers.length < 2 || columnNumbers.length < 2) return null;
  const texts = rowNumbers.map((row) => columnNumbers.map((column) => all[row]?.[column] ?? ''));
  if (texts.some((row) => row.some((text) => text.length > MAX_CELL_CHARACTERS)) || isLayout(cells)) return null;
  const marked = rowNumbers.filter((row) => row < (table.headerRows ?? 0)).length;
  const headerRows = marked > 0 && marked < texts.length ? marked : headerRowsOf(texts);
  return { texts, headerRows, rowNumbers, columnNumbers };
}

function textOfCell(cell: BlockCell | undefined): string {
  return cell === undefined ? '' : oneLine(textOfBlocks(cell.blocks));
}

/** Half of the cells that say anything are blocks of several lines. */
function isLayout(cells: readonly BlockCell[]): boolean {
  const filled = cells.map((cell) => textOfBlocks(cell.blocks)).filter((text) => text !== '');
  return filled.filter((text) => text.split('\n').length >= BLOCK_LINES).length * 2 >= filled.length;
}
