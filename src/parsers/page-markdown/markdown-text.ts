import type { TableWriter } from '../page-tables/table-formats';
import type { Box, Line, Table } from '../parsed-document';
import { sizeOf } from './headings';
import { isWrapped, joinTexts } from './join-lines';
import { lineText } from './line-text';
import { ListIndent, markerOf } from './list-items';
import { append, type BlockKind, differs, isSideways, type OpenBlock } from './open-block';
import { goesOnBelow, isBeside, type PageText, TextStyle } from './page-text';
import { bodyRows, tableToMarkdown } from './table-markdown';

/** How what is no text is written. */
interface Manner {
  readonly tableText: TableWriter;
  /** Whether it is said where pictures stand. */
  readonly notesPictures: boolean;
}

/** What stands for a picture that nobody described. */
const PICTURE = '![image]()';

/** Markdown as it is written, line by line in reading order. `levels`: of headings that their look tells; `left`: lines left out. */
export class MarkdownText {
  readonly #blocks: string[] = [];
  readonly #list = new ListIndent();
  #open: OpenBlock | null = null;
  #style = new TextStyle([]);
  #isPrinted = false;

  constructor(
    readonly levels: ReadonlyMap<Line, number>,
    readonly left: ReadonlySet<Line>,
    readonly manner: Manner = { tableText: tableToMarkdown, notesPictures: false },
  ) {}

  page(page: PageText): void {
    this.#style = new TextStyle(page.free);
    this.#isPrinted = page.isPrinted;
    if (!page.isPrinted) this.#close();
    if (this.#open !== null) this.#open.isCut = true;
    const written = new Set<Table>();
    let pictures = this.manner.notesPictures ? page.pictures : [];
    for (const { line, table } of page.lines) {
      if (this.left.has(line)) continue;
      pictures = this.#notePictures(pictures, line);
      if (table === null) this.line(line);
      else if (!written.has(table)) {
        written.add(table);
        this.#table(table);
      }
    }
    for (const table of page.tables) if (!written.has(table)) this.#table(table);
    this.#notePictures(pictures, null);
  }

  /** Notes those that end above a line, or all of them; answers the others. */
  #notePictures(pictures: readonly Box[], line: Line | null): readonly Box[] {
    const isAbove = ({ x, y, width, height }: Box): boolean =>
      line === null ||
      (y + height <= line.box.y + line.box.height / 2 && x < line.box.x + line.box.width && x + width > line.box.x);
    const above = pictures.filter(isAbove);
    for (const _ of above) this.#start('text', PICTURE, null);
    return above.length === 0 ? pictures : pictures.filter((box) => !above.includes(box));
  }

  line(line: Line): void {
    const level = this.#levelOf(line);
    if (level !== undefined) this.#heading(line, level);
    else if (!this.#goesOn(line)) this.#begin(line);
  }

  #levelOf(line: Line): number | undefined {
    return line.heading ?? this.levels.get(line);
  }

  finish(): string {
    this.#close();
    return this.#blocks.join('\n\n');
  }

  #close(): void {
    if (this.#open !== null) this.#blocks.push(this.#open.rows.join('\n'));
    this.#open = null;
  }

  #start(kind: BlockKind, text: string, last: Line | null): void {
    this.#close();
    if (kind !== 'item') this.#list.end();
    this.#open = { kind, rows: [text], last, style: this.#style, isRow: false, isCut: false };
  }

  #table(table: Table): void {
    if (table.continues === true && this.#open?.kind === 'table') {
      for (const row of bodyRows(table)) this.#open.rows.push(row);
    } else this.#start('table', this.manner.tableText(table), null);
  }

  #heading(line: Line, level: number): void {
    const open = this.#open;
    const isMore =
      open?.kind === 'heading' &&
      open.last !== null &&
      this.#levelOf(open.last) === level &&
      !open.isCut &&
      sizeOf(open.last) === sizeOf(line) &&
      (line.heading === undefined ? goesOnBelow(open.last, line) : isBeside(open.last, line));
    if (isMore) {
      append(open, line, joinTexts(open.rows.pop() ?? '', lineText(line)));
    } else this.#start('heading', `${'#'.repeat(level)} ${lineText(line)}`, line);
  }

  /** Adds a line to the open block where it belongs to it. */
  #goesOn(line: Line): boolean {
    const open = this.#open;
    if (open === null || open.last === null || open.kind === 'heading' || open.kind === 'table') return false;
    const { last } = open;
    if (isSideways(line) || isSideways(last)) return false;
    if (open.isCut) return this.#isPrinted && this.#goesOnElsewhere(open, last, line);
    if (isBeside(last, line)) {
      const text = open.rows.pop() ?? '';
      append(open, line, `${text}  ${lineText(line)}`);
      open.isRow = true;
      return true;
    }
    if (!this.#isPrinted) return goesOnBelow(last, line) && this.#newRow(open, line);
    if (markerOf(line.text) !== null) return false;
    const room = open.isRow ? undefined : this.#style.gapAllowed(line);
    if (!goesOnBelow(last, line, room)) return this.#goesOnElsewhere(open, last, line);
    if (differs(last, line)) return false;
    if (!open.isRow && isWrapped(last, line, open.style.rightOf(last))) {
      append(open, line, joinTexts(open.rows.pop() ?? '', lineText(line)));
      return true;
    }
    return open.kind === 'text' && this.#newRow(open, line);
  }

  #newRow(open: OpenBlock, line: Line): boolean {
    open.rows.push(this.#isPrinted ? lineText(line) : this.#indented(line));
    open.last = line;
    open.style = this.#style;
    open.isRow = false;
    return true;
  }

  /** Lists in lists keep their depth; what else a text indents it sets out as it likes. */
  #indented(line: Line): string {
    const sign = line.marker ?? markerOf(line.text)?.sign;
    return `${sign === undefined ? '' : this.#list.indent(line.box.x, sign)}${lineText(line)}`;
  }

  /** A sentence goes on in the next column or on the next page. */
  #goesOnElsewhere(open: OpenBlock, last: Line, line: Line): boolean {
    const isBelow = line.box.y > last.box.y && line.box.x < last.box.x + last.box.width;
    if ((isBelow && !open.isCut) || open.isRow || differs(last, line)) return false;
    if (!/[\p{L},-]$/u.test(last.text) || !/^\p{Ll}/u.test(line.text)) return false;
    if (!isWrapped(last, line, open.style.rightOf(last))) return false;
    append(open, line, joinTexts(open.rows.pop() ?? '', lineText(line)));
    open.style = this.#style;
    return true;
  }

  #begin(line: Line): void {
    const marker = this.#isPrinted ? markerOf(line.text) : null;
    if (marker === null) {
      this.#start('text', '', line);
      this.#open?.rows.splice(0, 1, this.#isPrinted ? lineText(line) : this.#indented(line));
      return;
    }
    const isNext = this.#open?.kind === 'item';
    const rest = lineText(line).slice(line.text.length - marker.rest.length);
    const text = `${this.#list.indent(line.box.x, marker.sign)}${marker.sign} ${rest}`;
    const before = isNext ? (this.#open?.rows ?? []) : [];
    if (isNext) this.#open = null;
    this.#start('item', text, line);
    this.#open?.rows.unshift(...before);
  }
}
