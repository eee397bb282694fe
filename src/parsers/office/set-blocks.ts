import type { Box, Field, Table, TableCell } from '../parsed-document';
import { spannedCell } from '../spanned-cell';
import { tableToMarkdown } from '../to-markdown';
import type { Typesetter } from '../typeset';
import { alignTabs } from './align-tabs';
import type { Block, BlockCell, BlockTable, FilledField, Paragraph } from './blocks';
import { COVERED, fieldsOfBlocks, markedText, textOfBlocks } from './blocks';
import { dataRowsOf, isTable, withoutTables } from './data-rows';

const COLUMN_GAP = '   ';
/** Characters a list item is indented by, for each level. */
const INDENT = 2;

export interface BlockFindings {
  readonly tables: readonly Table[];
  /** Each with the place of its paragraph or cell; `narrow-fields.ts` finds the words. */
  readonly fields: readonly Field[];
  /** With headings and lists marked, which the pages do not tell. */
  readonly markdown: string;
}

/** Sets blocks on pages: data tables as tables; tables that only lay out a page as what is in their cells. */
export function setBlocks(blocks: readonly Block[], typesetter: Typesetter): BlockFindings {
  const setter = new BlockSetter(typesetter);
  setter.blocks(blocks);
  return { tables: setter.tables, fields: setter.fields, markdown: setter.markdown.join('\n\n') };
}

class BlockSetter {
  readonly tables: Table[] = [];
  readonly fields: Field[] = [];
  readonly markdown: string[] = [];
  readonly #typesetter: Typesetter;
  #tableNumber = 0;
  #heading: string | null = null;
  #isInList = false;

  constructor(typesetter: Typesetter) {
    this.#typesetter = typesetter;
  }

  blocks(blocks: readonly Block[]): void {
    let paragraphs: Paragraph[] = [];
    const flush = (): void => {
      this.#paragraphs(paragraphs);
      paragraphs = [];
    };
    for (const block of blocks) {
      if (block.kind === 'paragraph') paragraphs.push(block);
      else {
        flush();
        if (block.kind === 'table') this.#table(block);
        else this.#typesetter.pageBreak();
      }
    }
    flush();
  }

  #paragraphs(paragraphs: readonly Paragraph[]): void {
    const texts = alignTabs(paragraphs.map(markedText));
    paragraphs.forEach((paragraph, index) => {
      const text = texts[index] ?? '';
      if (text.trim() === '') {
        this.#typesetter.blank();
        return;
      }
      if (paragraph.level > 0) {
        this.#typesetter.blank();
        this.#heading = text.replace(/\s+/g, ' ').trim();
      }
      const bold = paragraph.bold || paragraph.level > 0;
      const heading = paragraph.level > 0 ? { heading: Math.min(paragraph.level, 6) } : {};
      const place = this.#typesetter.text(text, { bold, indent: INDENT * paragraph.depth, ...heading });
      this.#write(paragraph);
      this.#place(paragraph.fields, place);
    });
  }

  /** Items of a list follow each other without a blank line. */
  #write(paragraph: Paragraph): void {
    const isItem = paragraph.marker !== '' && paragraph.level === 0;
    const text = markdownOf(paragraph);
    if (isItem && this.#isInList) this.markdown.push(`${this.markdown.pop() ?? ''}\n${text}`);
    else this.markdown.push(text);
    this.#isInList = isItem;
  }

  #place(fields: readonly FilledField[], place: { readonly page: number; readonly box: Box }): void {
    for (const { name, value, locator } of fields) {
      this.fields.push({ path: [name], value, locator, page: place.page, box: place.box });
    }
  }

  #table(table: BlockTable): void {
    this.#tableNumber += 1;
    this.#isInList = false;
    const number = this.#tableNumber;
    const data = dataRowsOf(table);
    if (data === null) {
      this.#layout(table);
      return;
    }
    const locate = (row: number, column: number): string =>
      `table ${number}, row ${(data.rowNumbers[row] ?? 0) + 1}, column ${(data.columnNumbers[column] ?? 0) + 1}`;
    const set = this.#typesetter.table(data.texts, locate, data.headerRows);
    const sourceOf = (row: number, column: number): BlockCell | undefined =>
      table.rows[data.rowNumbers[row] ?? 0]?.[data.columnNumbers[column] ?? 0];
    const rows = set.rows.map((cells, row) =>
      cells.map((cell, column) => spannedCell(cell, goesOn(sourceOf(row, column)))),
    );
    const placed: Table = { ...set, rows, headerRows: data.headerRows, title: table.title ?? this.#heading };
    this.tables.push(placed);
    this.markdown.push(tableToMarkdown(placed));
    placed.rows.forEach((row, rowNumber) => {
      row.forEach((cell, column) => {
        const source = sourceOf(rowNumber, column);
        if (source === undefined || source.isRepeat) return;
        this.#place(fieldsOfBlocks(withoutTables(source.blocks)), { page: placed.page, box: cell.box });
      });
    });
    this.#typesetter.blank();
    const inner = table.rows.flatMap((row) =>
      row.flatMap((cell) => (cell.isRepeat ? [] : cell.blocks.filter(isTable))),
    );
    for (const one of inner) this.#table(one);
  }

  /** Cells of one line stand side by side; longer ones below each other, as they are read. */
  #layout(table: BlockTable): void {
    for (const row of table.rows) {
      const cells = row.filter((cell) => !cell.isRepeat && textOfBlocks(cell.blocks) !== '');
      const texts = cells.map((cell) => textOfBlocks(cell.blocks));
      const areLines = cells.every((cell) => cell.blocks.every((block) => block.kind === 'paragraph'));
      if (cells.length > 1 && areLines && texts.every((text) => !text.includes('\n'))) {
        const fields = cells.flatMap((cell) => fieldsOfBlocks(cell.blocks));
        const place = this.#typesetter.text(texts.map((text) => text.replace(/\t/g, COLUMN_GAP)).join(COLUMN_GAP));
        this.markdown.push(texts.join('  '));
        this.#place(fields, place);
      } else {
        for (const cell of cells) {
          this.blocks(cell.blocks);
          if (cells.length > 1) this.#typesetter.blank();
        }
      }
    }
    this.#typesetter.blank();
  }
}

function markdownOf(paragraph: Paragraph): string {
  const text = markedText(paragraph)
    .split('\n')
    .map((line) => line.replace(/\t+/g, '  ').trim())
    .filter((line) => line !== '')
    .join('\n');
  if (paragraph.level > 0) return `${'#'.repeat(paragraph.level)} ${text.replace(/\n/g, ' ')}`;
  return `${' '.repeat(INDENT * paragraph.depth)}${text}`;
}

function goesOn(cell: BlockCell | undefined): TableCell['goesOn'] {
  if (cell === COVERED) return 'left';
  return cell?.isRepeat === true ? 'above' : undefined;
}
