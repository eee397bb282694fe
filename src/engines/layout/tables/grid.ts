import type { Table } from '../../../parsers/parsed-document';
import type { Span } from '../span';

/** A table ready for mapping: named columns over rows of spans. */
export interface Grid {
  readonly page: number;
  readonly title: string | null;
  /** Heading of each column; "" where none is printed. */
  readonly headings: readonly string[];
  /** Every row has one entry for each column; null is an empty cell. */
  readonly rows: readonly (readonly (Span | null)[])[];
  /** `table`: declared by the format or found by the parser; `columns`: found here from a row of headings. */
  readonly source: 'table' | 'columns';
}

/** A parser's table as a grid. Several heading rows are read together, column by column. */
export function gridOfTable(table: Table, headerRows = table.headerRows): Grid {
  const heads = table.rows.slice(0, headerRows);
  const width = table.rows[0]?.length ?? 0;
  const headings = Array.from({ length: width }, (_, column) => {
    const texts = heads.map((row) => row[column]?.text.trim() ?? '').filter((text) => text !== '');
    return [...new Set(texts)].join(' ');
  });
  const rows = table.rows
    .slice(headerRows)
    .map((row) =>
      row.map((cell): Span | null =>
        cell.text.trim() === ''
          ? null
          : { page: table.page, box: cell.box, text: cell.text.trim(), locator: cell.locator, attachment: null },
      ),
    );
  return { page: table.page, title: table.title, headings, rows, source: 'table' };
}
