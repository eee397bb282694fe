import type { Table, TableCell } from '../../parsers/parsed-document';
import { FIELD_CONCEPTS } from '../layout/lexicon/catalogue';
import { LINE_ITEM_CONCEPTS } from '../layout/lexicon/line-items';
import type { Locale } from '../values/locale';
import { knownLabel } from './known-label';
import { namesSomething, type PrintedPair } from './printed-pairs';
import { shapeOfTexts } from './value-shape';

/** Headings of a table that is a form. */
const NAMES = /^(?:key|field|name|property|attribute|parameter|label|feld|merkmal|eigenschaft|champ|propriété|campo)$/i;
const VALUES = /^(?:value|content|details?|wert|inhalt|valeur|valor|valore)$/i;

/** Names and values that stand in a table: columns of them, or one record under headings. Empty: it is another table. */
export function pairsOfTable(table: Table, locale: Locale): PrintedPair[] {
  const head = table.rows[0] ?? [];
  const isHeaded =
    head.length === 2 && NAMES.test(head[0]?.text.trim() ?? '') && VALUES.test(head[1]?.text.trim() ?? '');
  if (isHeaded) return pairsOfColumns(table, table.rows.slice(1));
  if (head.length === 2 && isMixed(table, locale)) return pairsOfColumns(table, table.rows);
  if (table.headerRows === 0) return head.length % 2 === 0 ? pairsOfColumns(table, table.rows) : [];
  const [record, ...more] = table.rows.slice(table.headerRows);
  if (record === undefined || more.length > 0 || table.headerRows !== 1 || areGoods(table)) return [];
  return head.flatMap(({ text }, column) => pairOf(text, record[column], table.page));
}

/** Values of different types in one column are those of a form, even where its first row is set as a heading. */
function isMixed({ rows }: Table, locale: Locale): boolean {
  const types = new Set(rows.slice(1).map((row) => shapeOfTexts([row[1]?.text ?? ''], '', locale).type));
  return types.size > 1 && !(types.size === 2 && types.has('number') && types.has('integer'));
}

/** A name, its value, perhaps another name and its value: in most rows, and no name twice. */
function pairsOfColumns({ page }: Table, rows: Table['rows']): PrintedPair[] {
  const pairs = rows.flatMap((row) =>
    row.flatMap((name, column) => {
      const label = name.text.replace(/\s*:\s*$/, '');
      return column % 2 === 0 && namesSomething(label) ? pairOf(label, row[column + 1], page) : [];
    }),
  );
  const names = rows.reduce((sum, row) => sum + row.length / 2, 0);
  const isForm = pairs.length >= names / 2 && new Set(pairs.map(({ label }) => label)).size === pairs.length;
  const known = pairs.filter(({ label }) => knownLabel(label, null, FIELD_CONCEPTS) !== null).length;
  const isWide = (rows[0]?.length ?? 0) > 2;
  return isForm && (!isWide || known >= pairs.length / 3) ? pairs : [];
}

const pairOf = (label: string, cell: TableCell | undefined, page: number): PrintedPair[] =>
  label === '' || cell === undefined || cell.text === '' ? [] : [{ label, value: cell.text, page, box: cell.box }];

/** A single line item is a row all the same. */
const areGoods = (table: Table): boolean =>
  (table.rows[0] ?? []).filter(({ text }) => knownLabel(text, null, LINE_ITEM_CONCEPTS) !== null).length >= 2;
