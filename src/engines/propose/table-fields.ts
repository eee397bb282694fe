import type { ParsedDocument, Table } from '../../parsers/parsed-document';
import { LINE_ITEM_CONCEPTS } from '../layout/lexicon/line-items';
import { type Grid, gridOfTable } from '../layout/tables/grid';
import { isTotalRow } from '../layout/tables/total-row';
import type { View } from '../layout/view';
import { nameSightings, snakeName } from './field-name';
import { knownLabel } from './known-label';
import { MOST_COLUMNS, type ProposedField, type Sighting, scalar } from './proposed-field';
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

function columnsOf({ headings, rows, page }: Grid, view: View): ProposedField[] {
  const items = rows.filter((row) => !isTotalRow(row.map((cell) => cell?.text ?? '')));
  const seen = headings.flatMap((label, column): Sighting[] => {
    const texts = items.flatMap((row) => row[column]?.text ?? []);
    if (/^\d{0,3}$/.test(label) || texts.length === 0 || snakeName(label) === '') return [];
    const rates = knownLabel(label, scalar('number'), LINE_ITEM_CONCEPTS)?.kind === 'percent';
    const shape = shapeOfTexts(texts, label, view.locale, rates);
    const concept = knownLabel(label, shape, LINE_ITEM_CONCEPTS);
    return [{ label, callings: [label], concept, shape, page, box: { x: 0, y: 0, width: 0, height: 0 } }];
  });
  return nameSightings(seen).slice(0, MOST_COLUMNS);
}

const PRICED = new Set(['item-quantity', 'item-unit-price', 'item-amount']);

/** Whether the columns are those of goods or services that are sold. */
function areLineItems(columns: readonly ProposedField[]): boolean {
  const known = columns.filter(({ meaning }) => meaning !== null);
  return known.length >= 2 && known.some(({ meaning }) => PRICED.has(meaning ?? ''));
}

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
function areBookings(columns: readonly ProposedField[]): boolean {
  const types = columns.map(({ shape }) => (shape.kind === 'scalar' ? shape.type : null));
  return (
    types.includes('date') && types.includes('number') && columns.some(({ name }) => /amount|balance|betrag/.test(name))
  );
}
