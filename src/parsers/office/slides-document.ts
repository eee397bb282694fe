import { finishDocument } from '../finish-document';
import type { Field, Page, ParsedDocument, Table } from '../parsed-document';
import { Typesetter } from '../typeset';
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

/** A presentation: each slide a page, its title first, the rest as it is read, and its notes at the end. */
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
    const locators = locatedOn(number);
    fields.push(...narrowFields(found.fields, own).map((field) => ({ ...field, page: number })));
    tables.push(...found.tables.map(locators));
    pages.push(...own.map((page) => ({ ...page, number })));
    if (found.markdown !== '') markdown.push(found.markdown);
  });
  return finishDocument({ ...known, pages, tables, fields, markdown: markdown.join('\n\n') }, onlyPages);
}

function locatedOn(number: number): (table: Table) => Table {
  return (table) => ({
    ...table,
    page: number,
    rows: table.rows.map((row) => row.map((cell) => ({ ...cell, locator: `slide ${number}, ${cell.locator ?? ''}` }))),
  });
}

function slideBlocks({ shapes, notes }: Slide): Block[] {
  const blocks = inReadingOrder(shapes).flatMap((shape) => {
    const own = shape.blocks.filter((block) => block !== PAGE_BREAK);
    if (shape.isTitle) return own.map((block) => (block.kind === 'paragraph' ? { ...block, level: 1 } : block));
    return [paragraphOf(''), ...own];
  });
  return textOfBlocks(notes) === '' ? blocks : [...blocks, paragraphOf(''), paragraphOf('Notes:'), ...notes];
}

/** Titles first; then from the top, and from left to right where shapes stand beside each other. */
function inReadingOrder(shapes: readonly Shape[]): Shape[] {
  const rest = shapes.filter((shape) => !shape.isTitle).sort((a, b) => a.y - b.y || a.x - b.x);
  const rows: Shape[][] = [];
  for (const shape of rest) {
    const row = rows[rows.length - 1];
    const first = row?.[0];
    if (row !== undefined && first !== undefined && isBeside(first, shape)) row.push(shape);
    else rows.push([shape]);
  }
  return [...shapes.filter((shape) => shape.isTitle), ...rows.flatMap((row) => row.sort((a, b) => a.x - b.x))];
}

/** Half of the lower one's height, or of the other's, is at the same height. */
function isBeside(first: Shape, shape: Shape): boolean {
  const shared = Math.min(first.y + first.height, shape.y + shape.height) - Math.max(first.y, shape.y);
  const areApart = shape.x >= first.x + first.width * 0.9 || first.x >= shape.x + shape.width * 0.9;
  return areApart && shared > 0.5 * Math.min(first.height, shape.height);
}
