import type { Span } from '../span';
import type { View } from '../view';
import type { Grid } from './grid';
import { extentOf, joinRows, type RowPart } from './join-rows';
import type { ColumnMap } from './map-columns';
import { isText, type RowReading, type RowReadings, readCells } from './read-cells';
import { isNamelessSum } from './sum-row';
import { isCarried, isTotalRow } from './total-row';

interface ReadRow {
  readonly cells: readonly (Span | null)[];
  readonly texts: readonly string[];
  readonly item: RowReading[];
}

/**
 * The items of a mapped grid. Totals, repeated headings and empty rows are left out; on a page, a row that only goes on
 * with the text of another is joined to it.
 */
export function readRows(grid: Grid, map: ColumnMap, view: View): RowReadings[] {
  const limits = isData(grid) ? [] : rightEdges(grid);
  const rows = grid.rows.flatMap((cells): ReadRow[] => {
    const texts = cells.map((cell) => cell?.text ?? '').filter((text) => text !== '');
    if (texts.length === 0 || isRepeatedHeading(cells, grid.headings)) return [];
    return [{ cells, texts, item: readCells(cells, map, view, limits) }];
  });
  const items = withoutTotals(rows, map);
  const read = isData(grid) ? items.map((row) => row.item) : withoutFoot(joinRows(partsOf(items, map, grid)));
  return read.filter((item) => item.length > 1 || map.columns.size === 1 || item.some((one) => !isText(one)));
}

/** A file of data has one item in each row; on a page an item may take several. */
export function isData(grid: Grid): boolean {
  return grid.wholeRows === true || grid.rows.some((row) => row.some((cell) => cell?.locator != null));
}

/** Right edge in points of each column's texts. */
function rightEdges(grid: Grid): number[] {
  return grid.headings.map((_, column) =>
    grid.rows.reduce((most, row) => {
      const cell = row[column];
      return cell === undefined || cell === null ? most : Math.max(most, cell.box.x + cell.box.width);
    }, 0),
  );
}

/** Where items have quantities and prices, what stands below the last of them with an amount only is of the foot. */
function withoutFoot(items: readonly RowReading[][]): readonly RowReading[][] {
  const factored = (item: readonly RowReading[]): boolean =>
    item.some((one) => one.property.concept?.id === 'item-quantity' || one.property.concept?.id === 'item-unit-price');
  const last = items.findLastIndex(factored);
  return last >= 0 && items.slice(0, last + 1).every(factored) && items.some(isPriced)
    ? items.slice(0, last + 1)
    : items;
}

/** After a total an item must be told apart from what else stands at the foot: by its price, or by a heading before it. */
function withoutTotals(rows: readonly ReadRow[], map: ColumnMap): ReadRow[] {
  const kept: ReadRow[] = [];
  let closed = false;
  let headed = false;
  for (const row of rows) {
    if (sumsUp(row, map, kept)) {
      closed = kept.length > 0 && !isCarried(row.texts);
      headed = false;
      continue;
    }
    if (closed) {
      headed ||= row.texts.length === 1 && /^\p{L}[^.:]*$/u.test(row.texts[0] ?? '');
      if (!isNamedPriced(row.item) && !(headed && row.item.length === map.columns.size)) continue;
      closed = false;
    }
    kept.push(row);
  }
  return kept;
}

/** Rows of figures may end in a "Total" that is a row like the others; a sum of goods or bookings is none of them. */
function sumsUp(row: ReadRow, map: ColumnMap, before: readonly ReadRow[]): boolean {
  if (isCarried(row.texts) || isNamelessSum(row.item, before)) return true;
  if (isPriced(row.item) || !isTotalRow(row.texts)) return false;
  const figures = [...map.columns.keys()].every((one) => !/^(?:item|transaction|tax-row)-/.test(one.concept?.id ?? ''));
  return !(figures && row.item.length >= 2 && row.item.length === map.columns.size && before.length > 0);
}

function partsOf(rows: readonly ReadRow[], map: ColumnMap, grid: Grid): RowPart[] {
  const priced = rows.some((row) => isPriced(row.item));
  return rows
    .filter((row) => row.item.length > 0)
    .map((row) => ({
      item: row.item,
      anchor: priced ? isAnchor(row.item) : standsAlone(row, map) || isHeadingOfFigures(row, map, grid),
      ...extentOf(row.cells),
    }));
}

/** Where rows have quantities and prices, a row without an amount of its own only goes on with another. */
function isAnchor(item: readonly RowReading[]): boolean {
  const has = (id: string): boolean => item.some((one) => one.property.concept?.id === id);
  return (
    isPriced(item) ||
    (has('item-amount') && (has('item-quantity') || has('item-unit-price') || has('item-description')))
  );
}

/** Elsewhere a row with only one cell of text goes on with another, where rows have more than texts. */
function standsAlone(row: ReadRow, map: ColumnMap): boolean {
  if (map.columns.size < 2 || row.texts.length > 1) return true;
  return row.item.some((one) => !isText(one));
}

/** In a table of figures a row with nothing but its name is a row all the same, unless it goes on with a sentence. */
function isHeadingOfFigures(row: ReadRow, map: ColumnMap, grid: Grid): boolean {
  const known = [...map.columns.keys()].some((one) => /^(?:item|transaction)-/.test(one.concept?.id ?? ''));
  const dated = [...map.columns.keys()].some((one) => one.kind === 'date');
  return !known && !dated && grid.source === 'table' && /^[\p{Lu}\d]/u.test(row.texts[0] ?? '');
}

/** A row with a quantity and a price is an item, whatever it is called ("Transport", "Total station"). */
function isPriced(item: readonly RowReading[]): boolean {
  return ['item-quantity', 'item-unit-price'].every((id) => item.some((one) => one.property.concept?.id === id));
}

export function isNamedPriced(item: readonly RowReading[]): boolean {
  return isPriced(item) && item.some(isText);
}

function isRepeatedHeading(cells: readonly (Span | null)[], headings: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== null).length;
  return filled > 1 && cells.every((cell, column) => cell === null || cell.text === headings[column]);
}
