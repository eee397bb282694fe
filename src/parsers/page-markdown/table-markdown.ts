import { cellLines } from '../page-tables/cell-lines';
import { headingsOf } from '../page-tables/headings';
import type { Table, TableCell } from '../parsed-document';

const cellText = (cell: TableCell): string => cellLines(cell).map(escaped).join('<br>');

const escaped = (text: string): string => text.replace(/\|/g, '\\|');

/** A pipe table. Several heading rows become one: Markdown knows only one. A table without has an empty one. */
export function tableToMarkdown(table: Table): string {
  const head = headingsOf(table).map(escaped);
  return [head, head.map(() => '---')].map(pipes).concat(bodyRows(table)).join('\n');
}

/** The rows below the headings: what a table that goes on adds to the one before. */
export function bodyRows(table: Table): string[] {
  return table.rows.slice(table.headerRows).map((row) => pipes(row.map(cellText)));
}

function pipes(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
