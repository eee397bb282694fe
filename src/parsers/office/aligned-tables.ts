import { holdsCenter } from '../page-layout/boxes';
import { layOutPage } from '../page-layout/lay-out-page';
import type { Page, Table } from '../parsed-document';

/** Tables of a page that were made with tabs, or with shapes below each other; `declared` are the others. */
export function alignedTables(page: Page, declared: readonly Table[]): readonly Table[] {
  const own = declared.filter((table) => table.page === page.number);
  const lines = page.lines.filter((line) => !own.some((table) => holdsCenter(table.box, line.box, 1)));
  if (lines.every((line, index) => line.box.y !== lines[index - 1]?.box.y)) return [];
  return layOutPage(
    page.number,
    lines.flatMap((line) => line.words),
    [],
  ).tables;
}
