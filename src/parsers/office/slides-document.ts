import { finishDocument } from '../finish-document';
import { ParseError } from '../parse-error';
import type { Field, Page, ParsedDocument, Table } from '../parsed-document';
import { Typesetter } from '../typeset';
import { alignedTables } from './aligned-tables';
import { type Block, PAGE_BREAK, paragraphOf, textOfBlocks } from './blocks';
import { narrowFields } from './narrow-fields';
import { setBlocks } from './set-blocks';

/** Something on a slide, in any unit of length that all of a presentation share. */
export interface Shape {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly isTitle: boolean;
  readonly blocks: readonly Block[];
}

export interface Slide {
  readonly shapes: readonly Shape[];
  readonly notes: readonly Block[];
}

/** Lines of one slide, each cell of its tables one at least: a page of text has fifty. */
const MAX_LINES = 10_000;

/** A presentation: each slide a page, its title first, the rest as it is read, and its notes at the end. Throws `ParseError` for one of too many lines. */
export function slidesDocument(
  slides: readonly Slide[],
  known: { readonly mediaType: string; readonly properties: Readonly<Record<string, string>> },
  onlyPages: readonly number[] | null,
): ParsedDocument {
  const pages: Page[] = [];
  const tables: Table[] = [];
  const fields: Field[] = [];
  const markdown: string[] = [];
  slides.forEach((slide, index) => {
    const typesetter = new Typesetter(Number.POSITIVE_INFINITY);
    const found = setBlocks(slideBlocks(slide), typesetter);
    const own = typesetter.finish();
    const number = index + 1;
    refuseEndless(own, number);
    const locators = locatedOn(number);
    fields.push(...narrowFields(found.fields, own).map((field) => ({ ...field, page: number })));
    const aligned = own.flatMap((page) => alignedTables(page, found.tables));
    tables.push(...found.tables.map(locators), ...aligned.map((table) => ({ ...table, page: number })));
    pages.push(...own.map((page) => ({ ...page, number })));
    if (found.markdown !== '') markdown.push(found.markdown);
  });
  return finishDocument({ ...known, pages, tables, fields, markdown: markdown.join('\n\n') }, onlyPages);
}

function refuseEndless(pages: readonly Page[], slide: number): void {
  if (pages.reduce((sum, { lines }) => sum + lines.length, 0) > MAX_LINES)
    throw new ParseError(
      'document-unreadable',
      `slide ${slide} has more than the ${MAX_LINES} lines and table cells that are read of one; put them on several`,
    );
}

function locatedOn(number: number): (table: Table) => Table {
  return (table) => ({
    ...table,
    page: number,
    rows: table.rows.map((row) => row.map((cell) => ({ ...cell, locator: `slide ${number}, ${cell.locator ?? ''}` }))),
  });
}

function slideBlocks({ shapes, notes }: Slide): Block[] {
  const titles = shapes.filter((shape) => shape.isTitle).flatMap(blocksOf);
  const blocks: Block[] = titles.map((block) => (block.kind === 'paragraph' ? { ...block, level: 1 } : block));
  let wasLine = false;
  for (const row of rowsOf(shapes.filter((shape) => !shape.isTitle))) {
    const lines = row.map(lineOf);
    const isLine = row.length > 1 && lines.every((line) => line !== null);
    // Lines of shapes below each other may be a table: nothing comes between them.
    if (!isLine || !wasLine) blocks.push(paragraphOf(''));
    if (isLine) blocks.push(paragraphOf(lines.join('\t')));
    else
      blocks.push(
        ...row.flatMap((shape, index) => (index === 0 ? blocksOf(shape) : [paragraphOf(''), ...blocksOf(shape)])),
      );
    wasLine = isLine;
  }
  return textOfBlocks(notes) === '' ? blocks : [...blocks, paragraphOf(''), paragraphOf('Notes:'), ...notes];
}

function blocksOf(shape: Shape): Block[] {
  return shape.blocks.filter((block) => block !== PAGE_BREAK);
}

/** The text of a shape that says one line; null for others. */
function lineOf(shape: Shape): string | null {
  const filled = blocksOf(shape).filter((block) => textOfBlocks([block]) !== '');
  const text = textOfBlocks(filled);
  return filled.length === 1 && filled[0]?.kind === 'paragraph' && !/[\n\t]/.test(text) ? text : null;
}

/** From the top, and from left to right where shapes stand beside each other. */
function rowsOf(shapes: readonly Shape[]): Shape[][] {
  const rows: Shape[][] = [];
  for (const shape of [...shapes].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows[rows.length - 1];
    const first = row?.[0];
    if (row !== undefined && first !== undefined && isBeside(first, shape)) row.push(shape);
    else rows.push([shape]);
  }
  return rows.map((row) => row.sort((a, b) => a.x - b.x));
}

/** Half of the lower one's height, or of the other's, is at the same height. */
function isBeside(first: Shape, shape: Shape): boolean {
  const shared = Math.min(first.y + first.height, shape.y + shape.height) - Math.max(first.y, shape.y);
  const across = Math.min(first.x + first.width, shape.x + shape.width) - Math.max(first.x, shape.x);
  const areApart = across < 0.2 * Math.min(first.width, shape.width);
  return areApart && shared > 0.5 * Math.min(first.height, shape.height);
}
