import type { Page, ParsedDocument, Table } from '../parsers/parsed-document';
import type { Cell } from '../schema/cell';
import { listRowOf, listsIn, rowsByList } from './list-row';

/** What is shown of a page before a window: enough to see whose document it is and what a table's columns are. */
const LINES_SHOWN = 400;
const ROWS_SHOWN = 40;
/** Lists whose beginning is shown. */
const MOST_LISTS = 4;

/** A page before a window, shortened, with its tables. */
export interface ShownPage {
  readonly page: Page;
  readonly tables: readonly Table[];
}

/**
 * Pages that must be shown before a window for it to be understood: the first page read, which is the face of the document,
 * and where each list began that the windows so far have found. Ascending.
 */
export function pagesToShow(firstPage: number, soFar: readonly (readonly Cell[])[]): readonly number[] {
  const begun = new Map<string, number>();
  for (const cells of soFar) {
    for (const [list, [row]] of rowsByList(cells)) {
      const page = row?.[0]?.citations[0].page;
      if (page !== undefined && !begun.has(list) && begun.size < MOST_LISTS) begun.set(list, page);
    }
  }
  return [...new Set([firstPage, ...begun.values()])].sort((a, b) => a - b);
}

/** Null where the document has no such page. */
export function shownPage(document: ParsedDocument, number: number): ShownPage | null {
  const page = document.pages.find((one) => one.number === number);
  if (page === undefined) return null;
  const tables = document.tables.filter((table) => table.page === number);
  return {
    page: { ...page, lines: page.lines.slice(0, LINES_SHOWN) },
    tables: tables.map((table) => ({ ...table, rows: table.rows.slice(0, table.headerRows + ROWS_SHOWN) })),
  };
}

/** A part of a document as engines see it: behind the pages that are shown again. */
export function windowOf(part: ParsedDocument, shown: readonly ShownPage[], language: string | null): ParsedDocument {
  if (shown.length === 0) return part;
  return {
    ...part,
    pages: [...shown.map(({ page }) => page), ...part.pages],
    tables: [...shown.flatMap(({ tables }) => tables), ...part.tables],
    language: language ?? part.language,
  };
}

/** The pages a window is for: what comes after the window before, up to its own last one; of the last window, all the rest. */
export interface Stretch {
  readonly after: number;
  readonly upTo: number;
}

const isWithin = (cell: Cell, { after, upTo }: Stretch): boolean =>
  cell.citations.some(({ page }) => page > after && page <= upTo);

/** Of the cells that stand those that concern a window: single values; of lists its own rows, and one cell as a sign that they stand. */
export function cellsFor(stretch: Stretch, standing: readonly Cell[]): readonly Cell[] {
  const signs = new Set<string>();
  return standing.filter((cell) => {
    const place = listRowOf(cell);
    if (place === null) return true;
    const isSign = !signs.has(place.list);
    signs.add(place.list);
    return isSign || isWithin(cell, stretch);
  });
}

/** Leaves out rows of lists that are found once more on pages that are only shown. */
export function ownCells(stretch: Stretch, standing: readonly Cell[], found: readonly Cell[]): readonly Cell[] {
  const known = listsIn(standing);
  const own = new Set<Cell>();
  for (const [list, rows] of rowsByList(found)) {
    for (const row of rows)
      if (known.has(list) || row.some((cell) => isWithin(cell, stretch))) for (const cell of row) own.add(cell);
  }
  return found.filter((cell) => listRowOf(cell) === null || own.has(cell));
}
