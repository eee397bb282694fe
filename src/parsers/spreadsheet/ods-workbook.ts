import { allBelow, childAt, childrenOf, type Markup } from '../office/markup';
import { openOdf } from '../office/open-document/open-odf';
import { OdfInlineReader } from '../office/open-document/read-inline';
import { type OdfStyles, readOdfStyles } from '../office/open-document/styles';
import { type CellValue, refuseLong, refuseWide, type Sheet, unreadable, type Workbook } from './workbook';

/** Elements that rows stand in, besides the table itself. */
const ROW_GROUPS = new Set(['table:table-header-rows', 'table:table-rows', 'table:table-row-group']);
/** Cells that one cell with a value may stand for over all of a sheet: styles reach over millions of blank ones. */
const MAX_REPEATED = 1_000_000;
/** Rows of all sheets, blank ones between others too. */
const MAX_ROWS_IN_ALL = 1_000_000;

/** OpenDocument spreadsheet and its templates. Throws `ParseError`. */
export async function readOdsWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const { content, styles: shared, properties } = await openOdf(bytes, 'this OpenDocument spreadsheet');
  const body = childAt(content, 'office:body', 'office:spreadsheet') ?? content;
  const hidden = hiddenTableStyles(content);
  const reader = new OdsSheetReader(readOdfStyles([shared, content]));
  const tables = childrenOf(body, 'table:table').filter(
    (table) => !hidden.has(table.attributes['table:style-name'] ?? ''),
  );
  return { properties, sheets: tables.map((table) => reader.sheet(table)) };
}

function hiddenTableStyles(content: Markup): Set<string> {
  const styles = allBelow(content, 'style:style').filter(
    (style) => childAt(style, 'style:table-properties')?.attributes['table:display'] === 'false',
  );
  return new Set(styles.map((style) => style.attributes['style:name'] ?? ''));
}

class OdsSheetReader {
  readonly #styles: OdfStyles;
  #repeated = 0;
  #rowsInAll = 0;
  /** Blank rows that nothing has followed yet. */
  #blank = 0;

  constructor(styles: OdfStyles) {
    this.#styles = styles;
  }

  sheet(table: Markup): Sheet {
    const name = table.attributes['table:name'] ?? '';
    const rows: CellValue[][] = [];
    this.#repeated = 0;
    this.#blank = 0;
    this.#rows(table, name, rows);
    return { name, rows };
  }

  #rows(group: Markup, name: string, rows: CellValue[][]): void {
    for (const child of childrenOf(group)) {
      if (ROW_GROUPS.has(child.name)) this.#rows(child, name, rows);
      if (child.name !== 'table:table-row') continue;
      const row = this.#row(child, name);
      const times = repeats(child.attributes['table:number-rows-repeated']);
      // Blank rows reach to the end of the sheet.
      if (row.length === 0) {
        this.#blank += times;
        continue;
      }
      refuseLong(name, rows.length + this.#blank + times);
      this.#repeated += times * row.length;
      const kept = this.#repeated > MAX_REPEATED ? 1 : times;
      this.#rowsInAll += this.#blank + kept;
      if (this.#rowsInAll > MAX_ROWS_IN_ALL)
        throw unreadable(
          `the sheets of this spreadsheet have more than ${MAX_ROWS_IN_ALL} rows, blank ones among them; save them as several files`,
        );
      for (; this.#blank > 0; this.#blank -= 1) rows.push([]);
      for (let time = 0; time < kept; time += 1) rows.push(row);
    }
  }

  /** Up to the last cell that holds anything. */
  #row(row: Markup, name: string): CellValue[] {
    const cells: CellValue[] = [];
    let blanks = 0;
    for (const element of childrenOf(row)) {
      if (element.name !== 'table:table-cell' && element.name !== 'table:covered-table-cell') continue;
      const times = repeats(element.attributes['table:number-columns-repeated']);
      const value = element.name === 'table:table-cell' ? this.#value(element) : null;
      if (value === null || value === '') {
        blanks += times;
        continue;
      }
      refuseWide(name, cells.length + blanks + times);
      for (; blanks > 0; blanks -= 1) cells.push(null);
      for (let time = 0; time < times; time += 1) cells.push(value);
    }
    return cells;
  }

  #value(cell: Markup): CellValue {
    const { attributes } = cell;
    const type = attributes['office:value-type'];
    const number = attributes['office:value'];
    if ((type === 'float' || type === 'percentage' || type === 'currency') && number !== undefined)
      return Number(number);
    if (type === 'boolean') return attributes['office:boolean-value'] === 'true';
    if (type === 'date') return dateOf(attributes['office:date-value'] ?? '') ?? this.#text(cell);
    if (type === 'time') return clockTime(attributes['office:time-value'] ?? '') ?? this.#text(cell);
    return this.#text(cell);
  }

  #text(cell: Markup): string {
    const paragraphs = childrenOf(cell, 'text:p').map((paragraph) => {
      const inline = new OdfInlineReader(this.#styles, new Map());
      inline.read(paragraph);
      return inline.text;
    });
    return paragraphs.join('\n').trim() || (cell.attributes['office:string-value'] ?? '');
  }
}

function repeats(value: string | undefined): number {
  const times = Number(value ?? '1');
  return Number.isInteger(times) && times > 0 ? times : 1;
}

function dateOf(text: string): Date | null {
  const date = new Date(/T/.test(text) ? `${text}Z` : text);
  return Number.isNaN(date.getTime()) ? null : date;
}

/** "PT14H30M00S" as "14:30:00". */
function clockTime(duration: string): string | null {
  const parts = /^PT(\d+)H(\d+)M(\d+)/.exec(duration);
  return parts === null
    ? null
    : parts
        .slice(1)
        .map((part) => part.padStart(2, '0'))
        .join(':');
}
