import type { Line, Page, Table } from '../parsed-document';
import { holdsCenter } from './boxes';

/** Share of a page's height at its top and bottom that headers and footers may fill. */
const MARGIN_SHARE = 0.12;
/** Share of its width by which columns of two pages must lie over each other. */
const MIN_SHARED = 0.5;

/**
 * Marks tables that go on from the page before: nothing stands between but headers and footers, and the columns are the same
 * by their headings, or by their places where they are not repeated.
 */
export function withContinuations(pages: readonly Page[], tables: readonly Table[]): Table[] {
  const byNumber = new Map(pages.map((page): [number, Page] => [page.number, page]));
  return tables.map((table, index) => {
    const before = tables[index - 1];
    const page = byNumber.get(table.page);
    const pageBefore = byNumber.get(table.page - 1);
    if (before === undefined || before.page !== table.page - 1 || page === undefined || pageBefore === undefined)
      return table;
    const isSame =
      haveSameColumns(before, table) && endsPage(before, pageBefore, page) && beginsPage(table, page, pageBefore);
    return isSame ? { ...table, continues: true } : table;
  });
}

function haveSameColumns(before: Table, table: Table): boolean {
  const width = before.rows[0]?.length ?? 0;
  if (width !== table.rows[0]?.length) return false;
  if (table.headerRows > 0) return headings(before).join('\n') === headings(table).join('\n');
  return Array.from({ length: width }, (_, column) => column).every((column) => {
    const [a, b] = [extent(before, column), extent(table, column)];
    if (a === null || b === null) return true;
    const shared = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    return shared >= MIN_SHARED * Math.min(a.right - a.left, b.right - b.left);
  });
}

function headings({ rows, headerRows }: Table): string[] {
  return rows.slice(0, headerRows).flatMap((row) => row.map((cell) => cell.text));
}

function extent({ rows }: Table, column: number): { left: number; right: number } | null {
  const boxes = rows.flatMap((row) => {
    const cell = row[column];
    return cell === undefined || cell.text === '' ? [] : [cell.box];
  });
  if (boxes.length === 0) return null;
  return { left: Math.min(...boxes.map((box) => box.x)), right: Math.max(...boxes.map((box) => box.x + box.width)) };
}

function endsPage(table: Table, page: Page, next: Page): boolean {
  const bottom = table.box.y + table.box.height;
  const below = page.lines.filter((line) => line.box.y >= bottom && !holdsCenter(table.box, line.box, 1));
  return below.every((line) => line.box.y > (1 - MARGIN_SHARE) * page.height || isRepeated(line, next));
}

function beginsPage(table: Table, page: Page, before: Page): boolean {
  const above = page.lines.filter(
    (line) => line.box.y + line.box.height <= table.box.y + 1 && !holdsCenter(table.box, line.box, 1),
  );
  return above.every((line) => line.box.y + line.box.height < MARGIN_SHARE * page.height || isRepeated(line, before));
}

function isRepeated(line: Line, other: Page): boolean {
  const folded = fold(line);
  return other.lines.some((one) => Math.abs(one.box.y - line.box.y) < line.box.height && fold(one) === folded);
}

function fold(line: Line): string {
  return line.text.replace(/\d+/g, '#');
}
