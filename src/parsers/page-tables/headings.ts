import type { Table } from '../parsed-document';
import { cellLines } from './cell-lines';

/** One heading for each column: those of several rows read from the top, what stands in several of them once. */
export function headingsOf({ rows, headerRows }: Table): string[] {
  const heads = rows.slice(0, headerRows);
  return (rows[0] ?? []).map((_, column) => {
    const texts = heads.flatMap((row) => {
      const cell = row[column];
      return cell === undefined || cell.text === '' ? [] : [cellLines({ ...cell, lines: [cell.text] }).join(' ')];
    });
    return [...new Set(texts)].join(' ');
  });
}
