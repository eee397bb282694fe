import type { Table, TableCell } from '../parsed-document';

function cellText({ text, lines }: TableCell): string {
  return (lines ?? [text]).map((line) => line.replace(/\|/g, '\\|').replace(/\s+/g, ' ').trim()).join('<br>');
}

/** A pipe table. Several heading rows become one: Markdown knows only one. A table without has an empty one. */
export function tableToMarkdown(table: Table): string {
  const width = table.rows[0]?.length ?? 0;
  const heads = table.rows.slice(0, table.headerRows);
  const head = Array.from({ length: width }, (_, column) => {
    const texts = heads.map((row) => oneLine(row[column])).filter((text) => text !== '');
    return [...new Set(texts)].join(' ');
  });
  return [head, head.map(() => '---')].map(pipes).concat(bodyRows(table)).join('\n');
}

/** The rows below the headings: what a table that goes on adds to the one before. */
export function bodyRows(table: Table): string[] {
  return table.rows.slice(table.headerRows).map((row) => pipes(row.map(cellText)));
}

/** A heading reads as one line, however it is broken. */
function oneLine(cell: TableCell | undefined): string {
  return cell === undefined ? '' : cellText({ ...cell, lines: [cell.text] });
}

function pipes(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
