import type { Table, TableCell } from '../parsed-document';

/** Tables as each reads by itself: one that goes on without headings has those of the one before. */
export function standingAlone(tables: readonly Table[]): Table[] {
  let heads: readonly (readonly TableCell[])[] = [];
  return tables.map((table) => {
    const { rows, headerRows, continues } = table;
    const lacksHeads = continues === true && headerRows === 0 && heads[0]?.length === rows[0]?.length;
    if (!lacksHeads) heads = rows.slice(0, headerRows);
    return {
      ...table,
      continues: false,
      ...(lacksHeads ? { rows: [...heads, ...rows], headerRows: heads.length } : {}),
    };
  });
}
