import type { ParsedDocument, Table } from '../../parsers/parsed-document';
import { MOST_COLUMNS, type ProposedField, scalar } from '../../schema/proposed-field';
import { LINE_ITEM_CONCEPTS } from '../layout/lexicon/line-items';
import { type Grid, gridOfTable } from '../layout/tables/grid';
import { isTotalRow } from '../layout/tables/total-row';
import type { View } from '../layout/view';
import { bareNames } from './bare-columns';
import { nameSightings, snakeName } from './field-name';
import { knownLabel } from './known-label';
import type { Sighting } from './sighting';
import { shapeOfTexts } from './value-shape';

/** Names that programs give to sheets nobody named. */
const NAMELESS = /^(?:sheet|tabelle|table|feuil|hoja|foglio|blad|arkusz|list|munka)\s*\d*$/i;

/** A table with headings as an array of objects; null: too little of it to be one. */
export function tableSighting(table: Table, view: View): Sighting | null {
  const grid = gridOfTable(table, headingRows(table));
  const columns = columnsOf(grid, view);
  if (columns.length < 2 || grid.rows.length === 0) return null;
  const title = titleOfTable(grid, columns, view);
  return {
    label: grid.title,
    callings: [title, grid.title ?? '', `${title} 2`, `${title} 3`],
    concept: null,
    shape: { kind: 'table', columns },
    texts: [],
    page: table.page,
    box: table.box,
  };
}

/** Headings the parser did not see: a first row of words that a catalogue of columns knows. */
function headingRows(table: Table): number {
  if (table.headerRows > 0) return table.headerRows;
  const first = table.rows[0] ?? [];
  const known = first.filter(({ text }) => knownLabel(text, null, LINE_ITEM_CONCEPTS) !== null).length;
  return known >= 2 && known >= first.length / 2 ? 1 : 0;
}

function columnsOf(grid: Grid, view: View): ProposedField[] {
  const { headings, rows, page } = grid;
  const items = rows.filter((row) => !isTotalRow(row.map((cell) => cell?.text ?? '')));
  const bare = bareNames(grid, view);
  const seen = headings.flatMap((heading, column): Sighting[] => {
    const label = bare[column] ?? heading;
    const texts = items.flatMap((row) => row[column]?.text ?? []);
    if (/^\d{0,3}$/.test(label) || texts.length === 0 || snakeName(label) === '') return [];
    const rates = knownLabel(label, scalar('number'), LINE_ITEM_CONCEPTS)?.kind === 'percent';
    const shape = shapeOfTexts(texts, label, view.locale, rates);
    const concept = knownLabel(label, shape, LINE_ITEM_CONCEPTS);
    const printed = heading === '' ? null : heading;
    const box = { x: 0, y: 0, width: 0, height: 0 };
    return [{ label: printed, callings: [label], concept, shape, texts, page, box }];
  });
  return nameSightings(seen, view.locale).slice(0, MOST_COLUMNS);
}

/** Whether the columns are those of goods or services that are sold: counted or priced by the piece, or undated amounts for something. */
function areLineItems(columns: readonly ProposedField[]): boolean {
  const known = new Set(columns.map(({ meaning, name }) => meaning ?? `item-${name}`));
  const [isCounted, isPriced] = [known.has('item-quantity'), known.has('item-unit-price') || known.has('item-price')];
  const isFor = ['item-description', 'item-item', 'item-product', 'item-service', 'item-article'].some((one) =>
    known.has(one),
  );
  const isSummed = known.has('item-amount');
  return (
    (isCounted && (isPriced || isSummed || isFor)) || (isFor && isPriced) || (isFor && isSummed && !isDated(columns))
  );
}

const isDated = (columns: readonly ProposedField[]): boolean =>
  columns.some(({ shape }) => shape.kind === 'scalar' && (shape.type === 'date' || shape.type === 'date-time'));

/** JSON and XML name their lists themselves. */
export const isDataTree = ({ mediaType }: ParsedDocument): boolean => /\/(?:json|xml)$/.test(mediaType);

function titleOfTable(grid: Grid, columns: readonly ProposedField[], view: View): string {
  const title = grid.title === null || NAMELESS.test(grid.title.trim()) ? '' : snakeName(grid.title);
  if (isDataTree(view.document) && title !== '') return title;
  if (areLineItems(columns)) return 'line_items';
  if (areBookings(columns)) return 'transactions';
  return title === '' ? 'rows' : title;
}

/** Dated amounts with nothing counted. */
const areBookings = (columns: readonly ProposedField[]): boolean =>
  isDated(columns) &&
  columns.some(({ name, shape }) => shape.kind === 'scalar' && shape.type === 'number' && MONEY.test(name));

const MONEY = /amount|balance|betrag|debit|credit/;
