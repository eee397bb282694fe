import { stringify } from 'yaml';
import type { Table } from '../parsed-document';
import { cellLines } from './cell-lines';
import { headingsOf } from './headings';

/** A row as texts by their headings, in order; a list of texts where the table has no headings. */
type TableRow = ReadonlyMap<string, string> | readonly string[];

/** The rows as JSON, fenced, so that Markdown takes it as it is. */
export const tableToJson = (table: Table): string =>
  fenced('json', `[\n${rowsOf(table).map(rowToJson).join(',\n')}\n]`);

/** The rows as YAML, fenced. */
export const tableToYaml = (table: Table): string =>
  fenced('yaml', stringify(rowsOf(table), { lineWidth: 0 }).trimEnd());

/** Written by hand: an object would put years and other numbers that name columns before the rest. */
function rowToJson(row: TableRow): string {
  if (!(row instanceof Map)) return `  ${JSON.stringify(row)}`;
  return `  {${[...row].map((pair) => pair.map((text) => JSON.stringify(text)).join(': ')).join(', ')}}`;
}

/** A longer fence than any inside. */
function fenced(language: string, text: string): string {
  const longest = (text.match(/`{3,}/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

function rowsOf(table: Table): TableRow[] {
  const texts = table.rows.slice(table.headerRows).map((row) => row.map((cell) => cellLines(cell).join('\n')));
  if (table.headerRows === 0) return texts;
  const names = distinct(headingsOf(table));
  return texts.map((row) => new Map(row.map((text, column) => [names[column] ?? '', text])));
}

/** A column without a heading is named after its place, and a name is given once: "Amount", "Amount 2". */
function distinct(headings: readonly string[]): string[] {
  const taken = new Set<string>();
  return headings.map((heading, index) => {
    const base = heading === '' ? `Column ${index + 1}` : heading;
    let name = base;
    for (let number = 2; taken.has(name); number += 1) name = `${base} ${number}`;
    taken.add(name);
    return name;
  });
}
