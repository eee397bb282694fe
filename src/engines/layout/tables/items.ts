import type { Table } from '../../../parsers/parsed-document';
import type { View } from '../view';
import type { ArrayQuestion } from './array-question';
import { isAnothers, type ListName, partsOf } from './captions';
import { continuation, printBelow } from './continued';
import { unfolded } from './folded';
import { type Grid, gridOfTable } from './grid';
import { headingWeight } from './headings';
import { lineGrids } from './line-grid';
import { type ColumnMap, mapColumns } from './map-columns';
import type { RowReadings } from './read-cells';
import { isData, isNamedPriced, readRows } from './read-rows';
import { bySection } from './section-rows';
import { turnedGrid } from './turned';

export interface Items {
  readonly rows: readonly RowReadings[];
  /** 0-1. */
  readonly score: number;
  readonly source: string;
}

/**
 * Evidence: tables, declared or printed, whose columns are the properties of an array's items. `others`: the other lists of
 * the schema, which may be of the same columns.
 */
export function tableItems(question: ArrayQuestion, view: View, others: readonly ListName[]): Items | null {
  const tables = others.length === 0 ? view.document.tables : view.document.tables.flatMap(partsOf);
  const own = tables.filter((table) => !isAnothers(table, question, others, view));
  const declared = (own.length === 0 ? tables : own).map((table) => gridsOf(table, question));
  const printed = lineGrids(view, question.properties).map((grid) => [grid]);
  const candidates = [...declared, ...printed].map((grids) => grids.map((grid) => candidate(grid, question, view)));
  const best = candidates
    .flat()
    .filter((one) => one.rows.length > 0)
    .sort((a, b) => b.worth - a.worth)[0];
  if (best === undefined || best.map.score < 0.25) return null;
  const rows = candidates.flatMap((ways) => {
    if (ways.includes(best)) return [...best.rows, ...cutOff(best.grid, best.map, view)];
    const [more] = ways.flatMap(({ grid }) => restOf(grid, best) ?? []);
    return more === undefined ? [] : readRows(more, best.map, view);
  });
  return { rows, score: best.map.score, source: 'table' };
}

/** A grid, what its columns answer, and how much that is worth beside the others. */
interface Candidate {
  readonly grid: Grid;
  readonly map: ColumnMap;
  readonly rows: readonly RowReadings[];
  readonly worth: number;
}

function candidate(grid: Grid, question: ArrayQuestion, view: View): Candidate {
  const map = mapColumns(grid, question.properties, view);
  const rows = map.columns.size === 0 ? [] : readRows(grid, map, view);
  const doubt = grid.source === 'columns' ? GUESSED : 0;
  return { grid, map, rows, worth: worth(map, rows, question) - doubt };
}

function restOf(grid: Grid, best: Candidate): Grid | null {
  const isAlike = grid.source === best.grid.source && grid.wholeRows === best.grid.wholeRows;
  return isAlike ? continuation(grid, best.grid, best.map) : null;
}

/** The ways a parser's table may be read; the first is as it stands. */
function gridsOf(table: Table, question: ArrayQuestion): Grid[] {
  const plain = gridOfTable(table);
  const isHeadless = table.headerRows === 0 && table.rows.length > 1;
  const grid = isHeadless ? betterHeaded(plain, gridOfTable(table, 1), question) : plain;
  const turned = turnedGrid(table);
  const isTurned = turned !== null && namedBy(turned, question) > Math.max(1, namedBy(grid, question));
  const ungrouped =
    table.headerRows > 1
      ? gridOfTable({ ...table, headerRows: 1, rows: table.rows.slice(table.headerRows - 1) })
      : null;
  const grids = [grid, ungrouped].filter((one) => one !== null);
  const others = grids.flatMap((one) => [unfolded(one), bySection(one)]);
  return [...grids, ...others, isTurned ? turned : null].filter((one) => one !== null);
}

/** Digits that are no number of a heading's own ("Trip 101", "2024"). */
const FIGURES = /\d[.,:]\d|^(?!(?:19|20)\d\d$)\D{0,2}\d+\D{0,3}$/;

/** How many properties a grid's headings name. */
function namedBy({ headings }: Grid, { properties }: ArrayQuestion): number {
  return properties.filter((property) => headings.some((heading) => headingWeight(property, heading) >= NAMED)).length;
}

const NAMED = 0.6;

/** A heading row the parser did not see: the first row, when it names more properties than it would answer. */
function betterHeaded(plain: Grid, headed: Grid, question: ArrayQuestion): Grid {
  const named = question.properties.filter((property) =>
    headed.headings.some((heading) => !FIGURES.test(heading) && headingWeight(property, heading) >= NAMED),
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
