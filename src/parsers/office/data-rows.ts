import { headerRowsOf } from '../grid-header';
import { oneLine } from '../typeset-grid';
import { type Block, type BlockCell, type BlockTable, textOfBlocks } from './blocks';

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

/** Share of a table's filled cells that hold tables, from which on it only lays out a page. */
const MOSTLY_TABLES = 0.25;

/** A table of data without its blank rows and columns, and without the tables in its cells; null for one that only lays out a page. */
export function dataRowsOf(table: BlockTable): DataRows | null {
  const cells = table.rows.flat();
  const nesting = cells.filter((cell) => !cell.isRepeat && cell.blocks.some(isTable)).length;
  const filled = cells.filter((cell) => textOfBlocks(cell.blocks) !== '').length;
  if (nesting > filled * MOSTLY_TABLES) return null;
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
  return cell === undefined ? '' : oneLine(textOfBlocks(withoutTables(cell.blocks)));
}

/** The blocks of a cell that are its own text. */
export function withoutTables(blocks: readonly Block[]): readonly Block[] {
  return blocks.filter((block) => !isTable(block));
}

export function isTable(block: Block): block is BlockTable {
  return block.kind === 'table';
}

/** Half of the cells that say anything are blocks of several lines. */
function isLayout(cells: readonly BlockCell[]): boolean {
  const filled = cells.map((cell) => textOfBlocks(withoutTables(cell.blocks))).filter((text) => text !== '');
  return filled.filter((text) => text.split('\n').length >= BLOCK_LINES).length * 2 >= filled.length;
}
