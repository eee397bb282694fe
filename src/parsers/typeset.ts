import { boundingBox, lineOf } from './page-layout/boxes';
import { ParseError } from './parse-error';
import type { Box, Line, Page, TableCell, Word } from './parsed-document';
import { type Declared, declaredOf, type TextStyle } from './text-style';
import { CHARACTER_WIDTH, LINE_HEIGHT, layOutTable, MARGIN, oneLine, wordsAt, wrap } from './typeset-grid';
import { LINES_PER_PAGE, pageOf } from './typeset-page';

/** Characters before a line is wrapped. */
export const MAX_LINE_CHARACTERS = 240;
/** Lines held at a time: with their words, and the cells and fields over them, each weighs most of a kilobyte. */
const MOST_LINES = 40_000;
/** Words in them, a tenth of a kilobyte each: lines of prose hold a dozen or two. */
const MOST_WORDS = 500_000;

/** Where something was set. */
export interface Placed {
  readonly page: number;
  readonly box: Box;
}

/** A run of spaces this long ends a line: text aligned with spaces has columns. */
const COLUMN_GAP = /\t+ *| {2,}\t* */g;

/**
 * Sets formats that have no pages on a fixed grid, so that every word, cell and field has a page and a box.
 *
 * One character is 6 x 12 points; a page holds 60 lines, or more where one table needs more: a table is never cut.
 */
export class Typesetter {
  #pages: Line[][] = [];
  /** Pages given out already. */
  #taken = 0;
  #held = 0;
  #heldWords = 0;
  #lineNumber = 0;
  #lines: Line[] = [];
  readonly #linesPerPage: number;
  #capacity: number;
  readonly #firstPage: number;

  /**
   * Data without any notion of pages is set on one page, however long: `Infinity`. Text on pages before `firstPage` takes
   * its room and is not kept.
   */
  constructor(linesPerPage = LINES_PER_PAGE, firstPage = 1) {
    this.#linesPerPage = linesPerPage;
    this.#capacity = linesPerPage;
    this.#firstPage = firstPage;
  }

  /** Sets text as one or more lines; what two or more spaces or a tab keep apart becomes separate lines side by side. */
  text(text: string, style: TextStyle = {}): Placed {
    const boxes: Box[] = [];
    const declared = declaredOf(style);
    for (const row of wrap(text, MAX_LINE_CHARACTERS)) {
      this.#makeRoom(1);
      boxes.push(...this.#setRow(row, style.indent ?? 0, style.bold ?? false, declared));
      this.#lineNumber += 1;
    }
    return { page: this.page, box: boundingBox(boxes) };
  }

  /** A blank line; none at the top of a page. */
  blank(): void {
    if (this.#lineNumber > 0) this.#lineNumber += 1;
  }

  /** Ends the page, if anything is on it. */
  pageBreak(): void {
    if (this.#lineNumber === 0) return;
    this.#pages.push(this.#lines);
    this.#lines = [];
    this.#lineNumber = 0;
    this.#capacity = this.#linesPerPage;
  }

  /** Sets `label: value`; the place is the value's. */
  labelled(label: string, value: string): Placed {
    const head = `${label}:`;
    const words = value === '' ? [] : wrap(value, MAX_LINE_CHARACTERS);
    this.#makeRoom(Math.max(1, words.length + 1));
    const indent = Math.min(head.length, MAX_LINE_CHARACTERS) + 1;
    const first = words[0];
    const labelWords = wordsAt(head.slice(0, MAX_LINE_CHARACTERS), 0, this.#top(), false);
    const valueWords = first === undefined ? [] : wordsAt(first, indent, this.#top(), false);
    this.#put([...labelWords, ...valueWords]);
    this.#lineNumber += 1;
    const boxes = valueWords.map((word) => word.box);
    for (const rest of words.slice(1)) {
      const more = wordsAt(rest, indent, this.#top(), false);
      this.#put(more);
      boxes.push(...more.map((word) => word.box));
      this.#lineNumber += 1;
    }
    if (boxes.length > 0) return { page: this.page, box: boundingBox(boxes) };
    const y = MARGIN + (this.#lineNumber - 1) * LINE_HEIGHT;
    return { page: this.page, box: { x: MARGIN + indent * CHARACTER_WIDTH, y, width: 0, height: LINE_HEIGHT } };
  }

  /** Sets a table, all of it on one page; rows may be ragged and come back equally long. */
  table(
    rows: readonly (readonly string[])[],
    locate: (row: number, column: number) => string | null,
    headerRows = 0,
  ): { readonly page: number; readonly box: Box; readonly rows: readonly (readonly TableCell[])[] } {
    const { columns, widths, starts, wrapped, heights } = layOutTable(rows);
    this.#makeRoom(heights.reduce((sum, height) => sum + height, 0));
    const cells = wrapped.map((row, rowNumber) => {
      const height = heights[rowNumber] ?? 1;
      const bold = rowNumber < headerRows;
      const y = this.#top();
      for (let part = 0; part < height; part += 1) {
        row.forEach((parts, column) => {
          const text = parts[part];
          if (text === undefined) return;
          this.#put(wordsAt(text, starts[column] ?? 0, y + part * LINE_HEIGHT, bold));
        });
      }
      this.#lineNumber += height;
      return row.map((_, column): TableCell => {
        const x = MARGIN + (starts[column] ?? 0) * CHARACTER_WIDTH;
        const width = (widths[column] ?? 0) * CHARACTER_WIDTH;
        return {
          text: oneLine(rows[rowNumber]?.[column] ?? ''),
          box: { x, y, width, height: height * LINE_HEIGHT },
          locator: locate(rowNumber, column),
        };
      });
    });
    const first = cells[0]?.[0]?.box;
    const last = cells[cells.length - 1]?.[columns - 1]?.box;
    const corners = first === undefined || last === undefined ? [] : [first, last];
    return { page: this.page, box: boundingBox(corners), rows: cells };
  }

  /** The number of the page being set, 1-based. */
  get page(): number {
    return this.#taken + this.#pages.length + 1;
  }

  /** Lines set on this page. */
  get lines(): number {
    return this.#lineNumber;
  }

  /** Lines held, of this page and of those not yet taken. */
  get held(): number {
    return this.#held;
  }

  /** All pages not yet taken; at least one. */
  finish(): Page[] {
    if (this.#lines.length > 0 || this.#pages.length === 0) this.#pages.push(this.#lines);
    return this.takePages();
  }

  /** Pages that are done, once: they are not held any longer. */
  takePages(): Page[] {
    const from = this.#taken;
    const done = this.#pages;
    this.#taken += done.length;
    this.#pages = [];
    this.#held = this.#lines.length;
    this.#heldWords = this.#lines.reduce((sum, { words }) => sum + words.length, 0);
    return done.map((lines, index) => pageOf(from + index + 1, lines));
  }

  #top(): number {
    return MARGIN + this.#lineNumber * LINE_HEIGHT;
  }

  #makeRoom(lines: number): void {
    if (this.#lineNumber > 0 && this.#lineNumber + lines > this.#capacity) this.pageBreak();
    this.#capacity = Math.max(this.#linesPerPage, lines);
  }

  #put(words: Word[], declared: Declared = () => ({})): Box {
    if (this.#held >= MOST_LINES)
      throw new ParseError(
        'document-unreadable',
        `this document has more than ${MOST_LINES} lines, table cells or values; send it in pieces`,
      );
    this.#heldWords += words.length;
    if (this.#heldWords > MOST_WORDS)
      throw new ParseError('document-unreadable', `this document has more than ${MOST_WORDS} words; send it in pieces`);
    const line = lineOf(words);
    this.#lines.push({ ...line, ...declared(line) });
    this.#held += 1;
    return line.box;
  }

  #setRow(row: string, indent: number, bold: boolean, declared: Declared): Box[] {
    const boxes: Box[] = [];
    let from = 0;
    const set = (to: number): void => {
      const words = wordsAt(row.slice(from, to), indent + from, this.#top(), bold);
      if (words.length > 0) boxes.push(this.#put(words, declared));
    };
    if (this.page < this.#firstPage) return boxes;
    for (const gap of row.matchAll(COLUMN_GAP)) {
      set(gap.index);
      from = gap.index + gap[0].length;
    }
    set(row.length);
    return boxes;
  }
}
