import { phrasesOf } from '../lexicon/catalogue';
import { LINE_ITEM_CONCEPTS } from '../lexicon/line-items';
import { nameTokens } from '../lexicon/tokens';
import { labelKey, type Question } from '../question';
import type { View } from '../view';
import { answersInCell } from './cell-answers';
import type { Grid } from './grid';
import { headingWeight } from './headings';
import { fillInOrder } from './in-order';
import { settleByProduct } from './products';
import { type Direction, directionOf, isBookedAmount } from './signs';

/** Which column answers which property, and how sure. */
export interface ColumnMap {
  readonly columns: ReadonlyMap<Question, { readonly column: number; readonly weight: number }>;
  /** How the rows say which way money went. */
  readonly direction: Direction;
  /** 0-1: mean weight over all properties, unmapped ones counting nothing. */
  readonly score: number;
}

/** Rows looked at to see what a column holds. */
const SAMPLE = 40;

/** Maps properties to columns jointly: the best pairs first, by heading and by what the cells hold. */
export function mapColumns(grid: Grid, properties: readonly Question[], view: View): ColumnMap {
  const fits = properties.map((property) => grid.headings.map((_, column) => fitOf(grid, property, column, view)));
  const isSection = (column: number): boolean => column === 0 && grid.sections === true;
  const named = grid.headings.some((heading) => heading !== '');
  const rivals = rivalWeights(grid, properties);
  const pairs = properties.flatMap((property, order) =>
    grid.headings.map((heading, column) => {
      const fit = fits[order]?.[column] ?? 0;
      const weight = isSection(column) ? sectionWeight(property) : headingWeight(property, heading);
      const rival = (rivals[column] ?? 0) > weight + 0.1 ? 0.6 : 1;
      return { property, column, weight: weight * rival * (fit < 0.3 ? fit : 0.5 + 0.5 * fit) };
    }),
  );
  const columns = new Map<Question, { column: number; weight: number }>();
  const used = new Set<number>();
  for (const pair of pairs.filter((one) => one.weight >= 0.4).sort((a, b) => b.weight - a.weight)) {
    if (columns.has(pair.property) || used.has(pair.column)) continue;
    columns.set(pair.property, pair);
    used.add(pair.column);
  }
  if (named) {
    const isOthers = (column: number): boolean =>
      (grid.headings[column] === '' && !isSection(column)) || (rivals[column] ?? 0) > 0.9;
    fillInOrder(properties, grid.headings.length, fits, isOthers, columns);
    for (const { column } of columns.values()) used.add(column);
  }
  const sure = columns.size >= Math.max(1, Math.ceil(properties.length / 2));
  if (named ? sure : isDataFile(view)) fillByContent(grid, properties, fits, columns, used, named);
  if (!named && properties.some((property) => !isTextual(property) && !columns.has(property))) columns.clear();
  if (!named && properties.every(isTextual)) columns.clear();
  settleByProduct(grid, properties, columns, view);
  const direction = directionOf(grid, properties);
  if (direction?.kind === 'columns') {
    const booked = properties.find(isBookedAmount);
    if (booked !== undefined) columns.set(booked, { column: direction.debit, weight: 0.9 });
  }
  const score =
    properties.reduce((sum, property) => sum + (columns.get(property)?.weight ?? 0), 0) /
    Math.max(1, properties.length);
  return { columns, direction, score };
}

/** How surely a property asks what the rows of a table are grouped by. */
function sectionWeight({ path, node }: Question): number {
  if (/\b(?:head(?:s|ed|ing)|stands? under|belongs? to|grouped)\b/i.test(node.description)) return 0.9;
  return nameTokens(path.at(-1) ?? '').some((word) => GROUPS.has(word)) ? 0.8 : 0;
}

const GROUPS = new Set('category group section department division heading chapter region family day'.split(' '));

/** How well each heading names a usual column nobody asked for: "Unit price" is no line total, even where no price is asked. */
function rivalWeights(grid: Grid, properties: readonly Question[]): number[] {
  const asked = new Set(properties.map((property) => property.concept?.id));
  if (![...asked].some((id) => id?.startsWith('item-') === true)) return [];
  const rivals = LINE_ITEM_CONCEPTS.filter((concept) => !asked.has(concept.id)).map(
    (concept) => phrasesOf(concept).labels,
  );
  return grid.headings.map((heading) => Math.max(0, ...rivals.map((labels) => labels.get(labelKey(heading)) ?? 0)));
}

/** Properties no heading names take a free column whose cells are of their kind: in a headless file the only evidence. */
function fillByContent(
  grid: Grid,
  properties: readonly Question[],
  fits: readonly (readonly number[])[],
  columns: Map<Question, { column: number; weight: number }>,
  used: Set<number>,
  named: boolean,
): void {
  for (const pass of ['typed', 'text'] as const) {
    for (const [order, property] of properties.entries()) {
      const textual = isTextual(property);
      if (columns.has(property) || (pass === 'text') !== textual) continue;
      const onlyOneOpen = named && properties.filter((one) => !columns.has(one)).length === 1 && columns.size > 0;
      const free = grid.headings
        .map((_, column) => ({ column, fit: fits[order]?.[column] ?? 0 }))
        .filter(({ column, fit }) => {
          if (used.has(column) || fit < 0.8) return false;
          return named ? onlyOneOpen || (grid.headings[column] === '' && textual && column === 0) : true;
        });
      if (onlyOneOpen && free.length !== 1) continue;
      const [first] = textual
        ? free.sort((a, b) => richness(grid, b.column) - richness(grid, a.column))
        : free.sort((a, b) => b.fit - a.fit);
      if (first === undefined) continue;
      columns.set(property, { column: first.column, weight: 0.5 });
      used.add(first.column);
    }
  }
}

/** Only a file of data may go without headings; a headless grid on a page could be anything. */
function isDataFile(view: View): boolean {
  return /csv|tab-separated|spreadsheet/.test(view.document.mediaType);
}

function isTextual(property: Question): boolean {
  return property.kind === 'text' || property.kind === 'name';
}

/** Letters in a column's first rows: the text column of a table has most. */
function richness(grid: Grid, column: number): number {
  return grid.rows.slice(0, SAMPLE).reduce((sum, row) => sum + (row[column]?.text.match(/\p{L}/gu)?.length ?? 0), 0);
}

/** Share 0-1 of a column's filled cells that read as the property's type. */
function fitOf(grid: Grid, property: Question, column: number, view: View): number {
  let filled = 0;
  let fitting = 0;
  for (const row of grid.rows.slice(0, SAMPLE)) {
    const cell = row[column];
    if (cell === undefined || cell === null) continue;
    filled += 1;
    const [answer] = answersInCell(property, cell.text, view);
    if (answer !== undefined && answer.fit > 0.55) fitting += otherKind(property, cell.text) ? 0.5 : 1;
  }
  return filled === 0 ? 0.3 : fitting / filled;
}

/** Spans and times of day are texts: "120 - 160", "6:42". */
const SEVERAL = /\d\s+[-–]\s+\d|\d:\d|\d\/\d{4}$/;

/** A number where text is asked for, or words around a number, are a poorer fit than the kind itself. */
function otherKind(property: Question, text: string): boolean {
  if (property.kind === 'text' || property.kind === 'name') return !/\p{L}/u.test(text) && !SEVERAL.test(text);
  return (property.node.type === 'number' || property.node.type === 'integer') && /\p{L}{4,}/u.test(text);
}
