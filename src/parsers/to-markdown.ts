import { holdsCenter, lineOf } from './page-layout/boxes';
import { type TurnedPage, uprightBox, uprightLine, uprightTable } from './page-layout/turn';
import { headingLevels, type PlacedLine } from './page-markdown/headings';
import { isBareMarker } from './page-markdown/list-items';
import { MarkdownText } from './page-markdown/markdown-text';
import { goesOnBelow, isBeside, type PageText } from './page-markdown/page-text';
import { runningLines } from './page-markdown/running-lines';
import { standingAlone } from './page-tables/standing-alone';
import type { TableWriter } from './page-tables/table-formats';
import { withUnsaidTitles } from './page-tables/titles';
import type { Line, Page, Table } from './parsed-document';

export { tableToMarkdown } from './page-markdown/table-markdown';

/**
 * The whole text in reading order; lines that stand in a table appear as that table, at its first line. Printed pages have
 * headings by size and weight, lists, wrapped lines joined to paragraphs, and repeated headers and footers once.
 */
export function toMarkdown(pages: readonly Page[], tables: readonly Table[]): string {
  const { texts, running, levels } = look(pages, tables);
  const out = new MarkdownText(levels, running.repeated);
  for (const page of texts) out.page(page);
  for (const footer of running.footers) out.line(footer);
  return out.finish();
}

/**
 * The text of each page by itself, as `toMarkdown` has it, its tables written as asked and its pictures noted: the level of a heading and what is a
 * header or a footer follow from all of the pages. These stand on the first page that has them, where they are printed.
 */
export function toPageTexts(pages: readonly Page[], tables: readonly Table[], tableText: TableWriter): string[] {
  const { texts, running, levels } = look(pages, standingAlone(withUnsaidTitles(tables, pages)));
  const left = new Set(running.repeated);
  for (const footer of running.footers) left.delete(footer);
  return texts.map((page) => {
    const out = new MarkdownText(levels, left, { tableText, notesPictures: true });
    out.page(page);
    return out.finish();
  });
}

/** What is read on the pages together. */
function look(pages: readonly Page[], tables: readonly Table[]) {
  const byPage = new Map<number, Table[]>();
  for (const table of tables) {
    const own = byPage.get(table.page);
    if (own === undefined) byPage.set(table.page, [table]);
    else own.push(table);
  }
  const texts = pages.map((page) => textOf(page, byPage.get(page.number) ?? []));
  const printed = texts.filter((page) => page.isPrinted);
  const running = runningLines(printed.map(({ height, free }) => ({ height, lines: free })));
  const levels = headingLevels(
    printed.flatMap((page) => placed(page, running.repeated)),
    printed.flatMap(({ lines }) => lines.map(({ line }) => line)),
  );
  return { texts, running, levels };
}

/** A page as it is read: upright, its lines with the table that each stands in. */
function textOf(page: Page, tables: readonly Table[]): PageText {
  const frame: TurnedPage = { turn: page.turned ?? 0, width: page.width, height: page.height };
  const upright = tables.map((table) => uprightTable(frame, table));
  const own = page.lines.map((line) => uprightLine(frame, line));
  const lines = (page.printed === true ? withMarkers(own) : own).map((line) => ({
    line,
    table: upright.find((table) => holdsCenter(table.box, line.box, 1)) ?? null,
  }));
  const isAcross = page.turned === 90 || page.turned === 270;
  return {
    isPrinted: page.printed === true,
    height: isAcross ? page.width : page.height,
    lines,
    free: lines.flatMap(({ line, table }) => (table === null ? [line] : [])),
    tables: upright,
    pictures: (page.pictures ?? []).map((box) => uprightBox(frame, box)),
  };
}

/** A bullet or number set far from its text is a line of its own; it reads as the beginning of that text. */
function withMarkers(lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  for (const line of lines) {
    const last = joined[joined.length - 1];
    if (last !== undefined && isBareMarker(last.text) && isBeside(last, line))
      joined[joined.length - 1] = lineOf([...last.words, ...line.words]);
    else joined.push(line);
  }
  return joined;
}

/** Lines that may be headings: alone on their row, with what stands right above and below. */
function placed({ free }: PageText, repeated: ReadonlySet<Line>): PlacedLine[] {
  return free.flatMap((line, index): PlacedLine[] => {
    const above = free[index - 1];
    const below = free[index + 1];
    const sharesRow = (above !== undefined && isBeside(above, line)) || (below !== undefined && isBeside(line, below));
    if (sharesRow || repeated.has(line)) return [];
    return [
      {
        line,
        above: above !== undefined && goesOnBelow(above, line) ? above : null,
        below: below !== undefined && below.box.y > line.box.y ? below : null,
      },
    ];
  });
}
