import type { View } from '../view';
import type { ArrayQuestion } from './array-question';
import { continuation, printBelow } from './continued';
import { type Grid, gridOfTable } from './grid';
import { headingWeight } from './headings';
import { lineGrids } from './line-grid';
import { type ColumnMap, mapColumns } from './map-columns';
import type { RowReadings } from './read-cells';
import { isData, isNamedPriced, readRows } from './read-rows';

export interface Items {
  readonly rows: readonly RowReadings[];
  /** 0-1. */
  readonly score: number;
  readonly source: string;
}

/** Evidence: tables, declared or printed, whose columns are the properties of an array's items. */
export function tableItems(question: ArrayQuestion, view: View): Items | null {
  const declared = view.document.tables.map((table) => {
    const grid = gridOfTable(table);
    return table.headerRows === 0 && table.rows.length > 1 ? betterHeaded(grid, gridOfTable(table, 1), question) : grid;
  });
  const candidates = [...declared, ...lineGrids(view, question.properties)].map((grid) => {
    const map = mapColumns(grid, question.properties, view);
    const rows = map.columns.size === 0 ? [] : readRows(grid, map, view);
    return { grid, map, rows, worth: worth(map, rows, question) - (grid.source === 'columns' ? GUESSED : 0) };
  });
  const best = candidates.filter((one) => one.rows.length > 0).sort((a, b) => b.worth - a.worth)[0];
  if (best === undefined || best.map.score < 0.25) return null;
  const rows = candidates.flatMap((one) => {
    if (one === best) return [...one.rows, ...cutOff(best.grid, best.map, view)];
    const more = one.grid.source === best.grid.source ? continuation(one.grid, best.grid, best.map) : null;
    return more === null ? [] : readRows(more, best.map, view);
  });
  return { rows, score: best.map.score, source: 'table' };
}

/** A heading row the parser did not see: the first row, when it names more properties than it would answer. */
function betterHeaded(plain: Grid, headed: Grid, question: ArrayQuestion): Grid {
  const named = question.properties.filter((property) =>
    headed.headings.some((heading) => !/\d/.test(heading) && headingWeight(property, heading) >= 0.6),
  );
  return named.length >= Math.min(2, question.properties.length) ? headed : plain;
}

/** A table the parser saw is better cut than one found by its headings alone. */
const GUESSED = 0.12;

/** Mapping counts most; then how much of the mapped grid is filled, then more rows. */
function worth(map: ColumnMap, rows: readonly RowReadings[], question: ArrayQuestion): number {
  if (rows.length === 0) return 0;
  const filled = rows.reduce((sum, row) => sum + row.length, 0) / (rows.length * question.properties.length);
  return map.score + 0.35 * filled + 0.02 * Math.min(10, Math.log2(1 + rows.length));
}

/** Items printed below a table that ended too early: only those with a name, a quantity and a price, for what else stands there. */
function cutOff(grid: Grid, map: ColumnMap, view: View): RowReadings[] {
  if (grid.source !== 'table' || isData(grid)) return [];
  return readRows(printBelow(grid, view), map, view).filter(isNamedPriced);
}
