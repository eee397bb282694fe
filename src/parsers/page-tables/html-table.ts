import type { Box, Table, TableCell } from '../parsed-document';
import { cellLines } from './cell-lines';

/** A cell as it is written: one that stands in several places of the grid is one. */
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
      const end = column + widthOf(row.slice(column), cell);
      const below = rows.slice(index + 1, index < headerRows ? headerRows : rows.length);
      const other = below.findIndex((one) => !isBelow(one.slice(column, end), cell));
      const high = other === -1 ? below.length : other;
      for (const one of rows.slice(index, index + 1 + high))
        for (const part of one.slice(column, end)) covered.add(part);
      return [{ cell, columns: end - column, rows: 1 + high }];
    }),
  );
}

/** How many cells, of which the first is this one, are all of it. */
function widthOf(cells: readonly TableCell[], cell: TableCell): number {
  const other = cells.findIndex((one) => one !== cell && one.goesOn !== 'left' && !isSamePrint(one, cell));
  return other === -1 ? cells.length : other;
}

/** Whether a cell goes on in these places of a row below. */
const isBelow = (places: readonly TableCell[], cell: TableCell): boolean =>
  places.every(
    (one, index) => isSamePrint(one, cell) || (one.goesOn === 'above' && one.text === (index === 0 ? cell.text : '')),
  );

/** One print that stands in two places of the grid. */
const isSamePrint = (a: TableCell, b: TableCell): boolean =>
  a.text !== '' && a.text === b.text && isSameBox(a.box, b.box);

const isSameBox = (a: Box, b: Box): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
