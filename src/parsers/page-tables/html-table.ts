import type { Box, Table, TableCell } from '../parsed-document';
import { cellLines } from './cell-lines';

/** A cell as it is written: cells that show one print in several places are one. */
interface Placed {
  readonly cell: TableCell;
  readonly columns: number;
  readonly rows: number;
}

/** An HTML table: headings as such, a cell over several rows or columns once. Without a blank line, so that Markdown takes it whole. */
export function tableToHtml(table: Table): string {
  const rows = placedRows(table).map((row, index) => rowToHtml(row, index < table.headerRows ? 'th' : 'td'));
  const head = rows.slice(0, table.headerRows);
  const body = rows.slice(table.headerRows);
  return [
    '<table>',
    ...(table.title === null ? [] : [`<caption>${escaped(table.title)}</caption>`]),
    ...(head.length === 0 ? [] : ['<thead>', ...head, '</thead>']),
    ...(body.length === 0 ? [] : ['<tbody>', ...body, '</tbody>']),
    '</table>',
  ].join('\n');
}

function rowToHtml(row: readonly Placed[], name: 'th' | 'td'): string {
  const cells = row.map(({ cell, columns, rows }) => {
    const spans = [columns > 1 ? ` colspan="${columns}"` : '', rows > 1 ? ` rowspan="${rows}"` : ''].join('');
    return `<${name}${spans}>${cellLines(cell).map(escaped).join('<br>')}</${name}>`;
  });
  return `<tr>${cells.join('')}</tr>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

/** Each row without the cells that one left of it or above it covers. Heads and body share none. */
function placedRows({ rows, headerRows }: Table): Placed[][] {
  const covered = new Set<TableCell>();
  return rows.map((row, index) =>
    row.flatMap((cell, column): Placed[] => {
      if (covered.has(cell)) return [];
      const end = index < headerRows ? headerRows : rows.length;
      const columns = lengthOf(row.slice(column), cell);
      const below = rows.slice(index, end).findIndex((other) => lengthOf(other.slice(column), cell) !== columns);
      const high = below === -1 ? end - index : below;
      for (const other of rows.slice(index, index + high))
        for (const one of other.slice(column, column + columns)) covered.add(one);
      return [{ cell, columns, rows: high }];
    }),
  );
}

/** How many leading cells are this one. */
function lengthOf(cells: readonly TableCell[], cell: TableCell): number {
  const other = cells.findIndex((one) => one !== cell && !isSame(one, cell));
  return other === -1 ? cells.length : other;
}

/** One print that stands in two places of the grid. */
const isSame = (a: TableCell, b: TableCell): boolean => a.text !== '' && a.text === b.text && isSameBox(a.box, b.box);

const isSameBox = (a: Box, b: Box): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
