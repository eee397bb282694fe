import { centerY, holdsCenter } from '../page-layout/boxes';
import { layOutPage } from '../page-layout/lay-out-page';
import type { Page, Table } from '../parsed-document';

/** Tables of a page that were made with tabs, or with shapes below each other; `declared` are the others. */
export function alignedTables(page: Page, declared: readonly Table[]): readonly Table[] {
  const own = declared.filter((table) => table.page === page.number).sort((a, b) => a.box.y - b.box.y);
  const lines = page.lines.filter((line) => {
    const table = lastAbove(own, centerY(line.box));
    return table === undefined || !holdsCenter(table.box, line.box, 1);
  });
  if (lines.every((line, index) => line.box.y !== lines[index - 1]?.box.y)) return [];
  return layOutPage(
    page.number,
    lines.flatMap((line) => line.words),
    [],
  ).tables;
}

/** The last table that begins above a place: they stand below each other. */
function lastAbove(tables: readonly Table[], y: number): Table | undefined {
  let low = 0;
  let high = tables.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((tables[middle]?.box.y ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return tables[low];
}
