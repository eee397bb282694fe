import { ParseError } from '../parse-error';
import {
  type Block,
  type BlockCell,
  type BlockTable,
  COVERED,
  PAGE_BREAK,
  type Paragraph,
  paragraphOf,
} from './blocks';

/** Twips by which the edges of cells below each other may differ. */
const EDGE_TOLERANCE = 60;

/** Cells of one table, and those that are declared in one flow. */
const MAX_CELLS = 300_000;

/** Paragraphs, cells and page breaks of one flow, blank ones among them. */
const MAX_BLOCKS = 400_000;

/** A cell of a row as it is declared, before its text. */
export interface CellShape {
  /** Its right edge in twips. */
  readonly edge: number;
  /** It goes on from the cell above. */
  readonly isCovered: boolean;
}

interface Row {
  readonly cells: readonly (readonly Block[])[];
  readonly shapes: readonly CellShape[];
  readonly isHeader: boolean;
}

/** What a paragraph has besides its text. */
export type ParagraphMarks = Pick<Paragraph, 'level' | 'bold' | 'marker' | 'depth'>;

/** Gathers the blocks of formats that write a table as a stream of paragraphs with marks at the ends of cells and rows. */
export class BlockFlow {
  readonly #blocks: Block[] = [];
  #cell: Block[] = [];
  #cells: (readonly Block[])[] = [];
  #rows: Row[] = [];
  #declared = 0;
  #met = 0;

  /** Throws `ParseError`, as `cell` and `pageBreak` do, past what is read. */
  paragraph(text: string, marks: ParagraphMarks, inTable: boolean): void {
    this.#count();
    if (inTable) this.#cell.push(paragraphOf(text.trim() === '' ? '' : text, marks));
    else {
      this.#endTable();
      this.#blocks.push(paragraphOf(text.trim() === '' ? '' : text, marks));
    }
  }

  cell(): void {
    this.#count();
    this.#cells.push(this.#cell);
    this.#cell = [];
  }

  /** Throws `ParseError` when so many cells were declared that no table of them is read. */
  row(shapes: readonly CellShape[], isHeader: boolean): void {
    this.#declared += shapes.length;
    if (this.#declared > MAX_CELLS)
      throw new ParseError(
        'document-unreadable',
        `this document declares more than the ${MAX_CELLS} table cells that are read; split it into several files`,
      );
    if (this.#cells.length > 0) this.#rows.push({ cells: this.#cells, shapes, isHeader });
    this.#cells = [];
  }

  pageBreak(): void {
    this.#count();
    this.#endTable();
    this.#blocks.push(PAGE_BREAK);
  }

  /** All blocks; what is in a row that never ended counts too. */
  finish(): Block[] {
    if (this.#cell.length > 0) this.cell();
    this.row([], false);
    this.#endTable();
    return this.#blocks;
  }

  #count(): void {
    this.#met += 1;
    if (this.#met > MAX_BLOCKS)
      throw new ParseError(
        'document-unreadable',
        `this document has more than the ${MAX_BLOCKS} paragraphs, cells and page breaks that are read; split it into several files`,
      );
  }

  #endTable(): void {
    if (this.#rows.length === 0) return;
    this.#blocks.push(tableOf(this.#rows));
    this.#rows = [];
  }
}

function tableOf(rows: readonly Row[]): BlockTable {
  const edges = edgesOf(rows);
  if (rows.length * edges.length > MAX_CELLS)
    throw new ParseError(
      'document-unreadable',
      `this document has a table of ${rows.length} rows and ${edges.length} columns, more than the ${MAX_CELLS} cells that are read; split it`,
    );
  const grid: BlockCell[][] = [];
  for (const row of rows) grid.push(gridRow(row, edges, grid[grid.length - 1] ?? []));
  const header = rows.findIndex((row) => !row.isHeader);
  return { kind: 'table', rows: grid, headerRows: header > 0 ? header : null, title: null };
}

/** The right edges of all columns: a cell that reaches over several of them spans columns. */
function edgesOf(rows: readonly Row[]): number[] {
  const all = rows.flatMap((row) => row.shapes.map((shape) => shape.edge)).sort((a, b) => a - b);
  return all.filter((edge, index) => index === 0 || edge - (all[index - 1] ?? 0) > EDGE_TOLERANCE);
}

function gridRow(row: Row, edges: readonly number[], above: readonly BlockCell[]): BlockCell[] {
  const cells: BlockCell[] = [];
  row.cells.forEach((blocks, index) => {
    const shape = row.shapes[index];
    const covering = above[cells.length];
    const isCovered = shape?.isCovered === true && covering !== undefined;
    cells.push(isCovered ? { blocks: covering.blocks, isRepeat: true } : { blocks, isRepeat: false });
    if (shape === undefined) return;
    const last = edges.findIndex((edge) => edge >= shape.edge - EDGE_TOLERANCE);
    while (cells.length <= last) cells.push(COVERED);
  });
  return cells;
}
