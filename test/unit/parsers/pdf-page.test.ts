import type { ParsedPage, TextItem, VectorShape } from '@llamaindex/liteparse-wasm';
import { describe, expect, it } from 'vitest';
import type { Page } from '../../../src/parsers/parsed-document';
import { mayHoldPictures } from '../../../src/parsers/pdf/hidden-text';
import { layOutPdfPage } from '../../../src/parsers/pdf/lay-out-pdf-page';

/** Text of 10 points, 5 points a character, as the library gives it. */
function item(x: number, y: number, text: string, more: Partial<TextItem> = {}): TextItem {
  const words = [...text.matchAll(/\S+/g)].map((match) => ({
    text: match[0],
    x: x + match.index * 5,
    y,
    width: match[0].length * 5,
    height: 10,
  }));
  return { text, x, y, width: text.length * 5, height: 10, rotation: 0, fontHeight: 10, words, ...more };
}

function square(x: number, y: number, side: number, more: Partial<VectorShape> = {}): VectorShape {
  const bbox = { x, y, width: side, height: side };
  return { bbox, stroke: true, strokeColor: 'ff000000', fill: false, fillColor: undefined, hasCurve: false, ...more };
}

function pageOf(textItems: TextItem[], shapes: VectorShape[] = [], more: Partial<ParsedPage> = {}): ParsedPage {
  const vectorGraphics = { shapes, lines: [] };
  return { pageNum: 1, width: 600, height: 800, text: '', markdown: '', textItems, vectorGraphics, ...more };
}

function read(page: ParsedPage, hasPictures = false): Page {
  return layOutPdfPage(page, () => hasPictures).page;
}

const texts = (page: Page): string[] => page.lines.map((line) => line.text);

describe('a page of a PDF', () => {
  it('has boxes to be ticked as words: drawn, crossed, written in fonts of signs, or widgets', () => {
    const filled = { stroke: false, fill: true, fillColor: 'ff000000' };
    const shapes = [square(50, 100, 10), square(50, 120, 10), square(52, 122, 6, filled), square(50, 200, 10)];
    const items = [
      item(65, 100, 'Empty'),
      item(65, 120, 'Crossed'),
      item(50, 140, '\uf0fe Ticked', { fontName: 'ABCDEF+Wingdings' }),
      item(50, 160, 'o Not ticked', { fontName: 'Wingdings' }),
      item(65, 180, 'Widget'),
      item(52, 200, 'x'),
      item(65, 200, 'Typed'),
    ];
    const widget = {
      ...{ id: 'w', type: 'checkbox', page: 1, annotationIndex: 0, widgetIndex: 0, fieldFlags: 0, checked: true },
      ...{ objectNumber: undefined, name: 'w', alternateName: undefined, value: undefined, exportValue: undefined },
      ...{ controlCount: undefined, controlIndex: undefined, options: [], selectedOptions: [] },
      rect: { x: 50, y: 180, width: 10, height: 10 },
    };
    expect(texts(read(pageOf(items, shapes, { formFields: [widget] })))).toEqual([
      '☐ Empty',
      '☒ Crossed',
      '☒ Ticked',
      '☐ Not ticked',
      '☒ Widget',
      '☒ Typed',
    ]);
  });

  it('takes neither a comb for letters nor a square without a label for a box to be ticked', () => {
    const comb = [50, 60, 70].map((x) => square(x, 100, 10));
    expect(texts(read(pageOf([item(85, 100, 'Code')], [...comb, square(50, 400, 10)])))).toEqual(['Code']);
  });

  it('leaves out what nobody sees: tiny text, and white text on the bare page', () => {
    const items = [
      item(50, 100, 'seen'),
      item(50, 120, 'tiny', { height: 0.5, width: 2, fontHeight: 0.5, words: [] }),
      item(50, 140, 'white', { fillColor: 'ffffffff' }),
      item(50, 160, 'on blue', { fillColor: 'ffffffff' }),
    ];
    const blue = square(40, 155, 100, { stroke: false, fill: true, fillColor: 'ff0000aa' });
    expect(texts(read(pageOf(items, [blue])))).toEqual(['seen', 'on blue']);
    expect(texts(read(pageOf(items, [blue]), true))).toEqual(['seen', 'white', 'on blue']);
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
    expect([bytes('<</Subtype /Image>>'), bytes('<</Subtype/Form>>')].map(mayHoldPictures)).toEqual([true, false]);
  });

  it('joins spaced letters and letters set one by one, and takes leaders and ligatures out', () => {
    const spaced = item(50, 100, 'N O T I C E');
    const letters = 'Menu'.split('').map((text, at) => ({ text, x: 50 + 5 * at, y: 120, width: 5, height: 10 }));
    const items = [
      spaced,
      item(50, 120, 'M e n u', { width: 20, words: letters }),
      item(50, 140, 'Chapter............12'),
      item(50, 160, 'of\ufb01ce'),
    ];
    expect(texts(read(pageOf(items)))).toEqual(['NOTICE', 'Menu', 'Chapter', '12', 'office']);
  });

  it('is turned when its text is drawn sideways: lines read on, boxes stay as displayed', () => {
    const up = { rotation: 270, width: 10, words: [] };
    const items = [
      item(100, 300, 'First line', { ...up, height: 50 }),
      item(115, 300, 'Second line', { ...up, height: 55 }),
      item(300, 20, 'Stamp'),
    ];
    const page = read(pageOf(items));
    expect(texts(page)).toEqual(['First line', 'Second line', 'Stamp']);
    expect(page.turned).toBe(270);
    expect(page.lines[0]?.box).toEqual({ x: 100, y: 300, width: 10, height: 50 });
  });

  it('links the words that stand in a linked area, and says where pictures stand that are part of it', () => {
    const uri = 'https://example.org/tide';
    const rect = { x: 70, y: 99, width: 75, height: 12 };
    const figure = (x: number, y: number, side: number) => ({
      kind: 'figure',
      bold: false,
      italic: false,
      bbox: { x, y, width: side, height: side },
    });
    const page = read(
      pageOf([item(50, 100, 'See the tide table. Thanks')], [], {
        annotations: [{ subtype: 'link', quadpointRects: [], rect, uri }],
        blocks: [figure(50, 400, 100), figure(50, 200, 100), figure(50, 300, 8)],
      }),
    );
    expect(page.lines.map(({ links }) => links)).toEqual([[{ text: 'the tide table', url: uri }]]);
    expect(page.pictures).toEqual([
      { x: 50, y: 200, width: 100, height: 100 },
      { x: 50, y: 400, width: 100, height: 100 },
    ]);
  });
});
