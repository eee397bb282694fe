import { centerY, holdsCenter } from './page-layout/boxes';
import type { Line, Page, Table } from './parsed-document';

/** A gap above a line larger than this part of its height starts a paragraph. */
const PARAGRAPH_GAP = 0.8;

function escapeCell(text: string): string {
  return text.replace(/\|/g, '\\|').replace(/\s+/g, ' ').trim();
}

/** A pipe table. Several heading rows become one: Markdown knows only one. */
export function tableToMarkdown(table: Table): string {
  const width = table.rows[0]?.length ?? 0;
  const heads = table.rows.slice(0, Math.max(1, table.headerRows));
  const head = Array.from({ length: width }, (_, column) =>
    heads
      .map((row) => escapeCell(row[column]?.text ?? ''))
      .filter((text) => text !== '')
      .join(' '),
  );
  const body = table.rows.slice(heads.length).map((row) => row.map((cell) => escapeCell(cell.text)));
  const rows = [head, head.map(() => '---'), ...body];
  return rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** The whole text in reading order; lines that stand in a table appear as that table, at its first line. */
export function toMarkdown(pages: readonly Page[], tables: readonly Table[]): string {
  return pages
    .map((page) =>
      pageToMarkdown(
        page,
        tables.filter((table) => table.page === page.number),
      ),
    )
    .filter((text) => text !== '')
    .join('\n\n');
}

function pageToMarkdown(page: Page, tables: readonly Table[]): string {
  const blocks: string[] = [];
  const written = new Set<Table>();
  let previous: Line | null = null;
  let paragraph: string[] = [];
  const flush = (): void => {
    if (paragraph.length > 0) blocks.push(paragraph.join('\n'));
    paragraph = [];
    previous = null;
  };
  const write = (table: Table): void => {
    if (written.has(table)) return;
    written.add(table);
    flush();
    blocks.push(tableToMarkdown(table));
  };
  for (const line of page.lines) {
    const table = tables.find((candidate) => holdsCenter(candidate.box, line.box, 1));
    if (table !== undefined) {
      write(table);
      continue;
    }
    if (previous !== null && isBeside(previous, line)) paragraph.push(`${paragraph.pop() ?? ''}  ${line.text}`);
    else {
      if (previous !== null && startsParagraph(previous, line)) flush();
      paragraph.push(line.text);
    }
    previous = line;
  }
  flush();
  for (const table of tables) write(table);
  return blocks.join('\n\n');
}

function isBeside(previous: Line, line: Line): boolean {
  return (
    line.box.x >= previous.box.x + previous.box.width &&
    Math.abs(centerY(line.box) - centerY(previous.box)) < line.box.height / 2
  );
}

function startsParagraph(previous: Line, line: Line): boolean {
  const gap = line.box.y - (previous.box.y + previous.box.height);
  return gap > PARAGRAPH_GAP * line.box.height || gap < -2 * line.box.height;
}
