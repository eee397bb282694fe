import type { Field, Link, Table } from '../parsed-document';
import { setData } from '../set-data';
import { spannedCell } from '../spanned-cell';
import type { Typesetter } from '../typeset';
import { oneLine } from '../typeset-grid';
import { BLOCKS, isOneLine } from './block-elements';
import { headProperties, linkedData, microdata, type NamedValue } from './html-data';
import { CellAllowance, cellsOf, dataTableOf, rowsOf } from './html-table';
import { type HtmlElement, type HtmlNode, isRead, readHtmlTree, textOf } from './html-tree';
import { addressOf, chosenOption, controlText } from './inline-text';
import { ListMarkers } from './list-markers';

/** Inline elements that stand side by side as a label and its value do. */
const SIDE_BY_SIDE = new Set(['span', 'label', 'strong', 'b', 'input', 'select', 'output', 'em']);
const COLUMN_GAP = '   ';

export interface HtmlFindings {
  readonly tables: Table[];
  readonly fields: Field[];
  readonly properties: Record<string, string>;
  readonly language: string | null;
}

/** Sets what a browser would show as lines and tables, and after it what only machines are told (microdata, JSON-LD). */
export function setHtml(html: string, typesetter: Typesetter): HtmlFindings {
  const root = readHtmlTree(html);
  const setter = new HtmlSetter(typesetter);
  setter.block(root);
  setter.flush();
  for (const value of microdata(root)) setter.named(value);
  for (const tree of linkedData(root)) {
    const data = setData(tree, typesetter);
    for (const field of data.fields) setter.fields.push(field);
    for (const table of data.tables) setter.tables.push(table);
  }
  return { tables: setter.tables, fields: setter.fields, ...headProperties(root) };
}

class HtmlSetter {
  readonly tables: Table[] = [];
  readonly fields: Field[] = [];
  readonly #typesetter: Typesetter;
  readonly #lists = new ListMarkers();
  readonly #cells = new CellAllowance();
  /** Pieces of what is being gathered; none is empty. */
  #inline: string[] = [];
  /** How often it was set. */
  #flushed = 0;
  /** By the row of it that each ends in. */
  #links = new Map<number, Link[]>();
  #rows = 0;
  #isInLink = false;
  /** 0: none is being set. */
  #heading = 0;

  constructor(typesetter: Typesetter) {
    this.#typesetter = typesetter;
  }

  block(element: HtmlElement): void {
    if (!isRead(element)) return;
    if (element.name === 'table') this.#table(element);
    else if (element.name === 'dl') this.#definitions(element);
    else if (element.name === 'pre') this.#preformatted(element);
    else if (element.name === 'ul' || element.name === 'ol') {
      this.#lists.begin(element);
      this.#children(element);
      this.flush();
      this.#lists.end();
    } else {
      const heading = Number(/^h([1-6])$/.exec(element.name)?.[1] ?? 0);
      if (element.name === 'li') this.#lists.item();
      this.#heading = heading;
      this.#children(element);
      this.flush();
      this.#heading = 0;
      if (element.name === 'li') this.#lists.takeMarker();
      if (heading > 0 || element.name === 'p') this.#typesetter.blank();
    }
  }

  /** Ends the line being gathered. */
  flush(): void {
    const rows = this.#inline
      .join('')
      .split('\n')
      .map((row) => row.replace(/[ \t\r\f\u00a0]*\v[ \t\r\f\u00a0\v]*/g, COLUMN_GAP).trim());
    for (const [index, row] of rows.entries()) {
      const text = row
        .split(COLUMN_GAP)
        .map(oneLine)
        .filter((part) => part !== '')
        .join(COLUMN_GAP);
      if (text !== '') this.#row(text, this.#links.get(index) ?? []);
    }
    this.#inline = [];
    this.#flushed += 1;
    this.#links = new Map();
    this.#rows = 0;
  }

  #add(text: string): void {
    if (text === '') return;
    this.#inline.push(text);
    this.#rows += text.split('\n').length - 1;
  }

  #row(text: string, links: readonly Link[]): void {
    const indent = this.#lists.indent;
    const marker = this.#lists.takeMarker();
    this.#typesetter.text(`${marker.text}${text}`, {
      bold: this.#heading > 0,
      ...(indent === 0 ? {} : { indent }),
      ...(marker.number === null ? {} : { marker: marker.number }),
      ...(this.#heading === 0 ? {} : { heading: this.#heading }),
      links,
    });
  }

  named(value: NamedValue): void {
    const label = value.path[value.path.length - 1] ?? '';
    this.fields.push({ ...value, ...this.#typesetter.labelled(label, value.value) });
  }

  #children(element: HtmlElement): void {
    let beside = false;
    for (const child of element.children) {
      if (typeof child === 'string') {
        if (child.trim() !== '') beside = false;
        this.#add(child.replace(/\s+/g, ' '));
        continue;
      }
      if (!isRead(child)) continue;
      if (BLOCKS.has(child.name)) {
        this.flush();
        this.block(child);
        beside = false;
      } else {
        const isColumn = SIDE_BY_SIDE.has(child.name);
        // A vertical tab marks where columns part; nothing printed holds one.
        if (isColumn && beside) this.#add('\v');
        this.#inlineElement(child);
        beside = isColumn;
      }
    }
  }

  #inlineElement(element: HtmlElement): void {
    if (element.name === 'br') this.#add('\n');
    else if (element.name === 'select') this.#add(chosenOption(element));
    else if (element.name === 'input') this.#add(controlText(element));
    else if (element.name === 'img') {
      const text = element.attributes.alt ?? '';
      this.#add(text);
      this.#link({ text: oneLine(text), url: addressOf(element.attributes.src), isPicture: true });
    } else if (element.name === 'a') {
      const start = this.#inline.length;
      const flushed = this.#flushed;
      const isInner = this.#isInLink;
      this.#isInLink = true;
      this.#children(element);
      this.#isInLink = isInner;
      const isWhole = start === 0 || flushed === this.#flushed;
      const text = isWhole && !isInner ? oneLine(this.#inline.slice(start).join('')) : '';
      const url = addressOf(element.attributes.href);
      if (url !== '') this.#link({ text, url });
    } else this.#children(element);
  }

  #link(link: Link): void {
    if (link.text === '') return;
    const own = this.#links.get(this.#rows);
    if (own === undefined) this.#links.set(this.#rows, [link]);
    else own.push(link);
  }

  #table(element: HtmlElement): void {
    this.flush();
    const table = dataTableOf(element, this.#cells);
    if (table !== null) {
      const texts = table.rows.map((row) => row.map(({ text }) => text));
      const { rows, ...place } = this.#typesetter.table(texts, () => null, table.headerRows);
      const spanned = rows.map((row, y) => row.map((cell, x) => spannedCell(cell, table.rows[y]?.[x]?.goesOn)));
      this.tables.push({ ...place, rows: spanned, headerRows: table.headerRows, title: table.title });
      this.#typesetter.blank();
      return;
    }
    for (const row of rowsOf(element)) {
      const cells = cellsOf(row);
      if (cells.length > 1 && cells.every(isOneLine)) {
        const texts = cells.map((cell) => oneLine(textOf(cell))).filter((text) => text !== '');
        if (texts.length > 0) this.#typesetter.text(texts.join(COLUMN_GAP));
      } else for (const cell of cells) this.block(cell);
    }
  }

  #definitions(element: HtmlElement): void {
    this.flush();
    let term = '';
    const walk = (node: HtmlNode): void => {
      if (typeof node === 'string' || !isRead(node)) return;
      if (node.name === 'dt') term = oneLine(textOf(node)).replace(/\s*:$/, '');
      else if (node.name === 'dd') {
        const value = oneLine(textOf(node));
        if (term !== '' && value !== '') this.named({ path: [term], value, locator: `dt ${term}` });
      } else node.children.forEach(walk);
    };
    element.children.forEach(walk);
  }

  #preformatted(element: HtmlElement): void {
    this.flush();
    for (const row of textOf(element).split('\n')) {
      if (row.trim() === '') this.#typesetter.blank();
      else this.#typesetter.text(row.replace(/\t/g, '    '));
    }
  }
}
