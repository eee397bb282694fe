import { degrees, PDFDocument, rgb, StandardFonts } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import type { Box } from '../../../src/parsers/parsed-document';
import { renderPage } from '../../../src/parsers/pdf/render-page';
import { parseDocument } from '../../../src/parsers/registry';
import type { Entry } from '../../../src/writers/pdf/entry';
import { fillPdf } from '../../../src/writers/pdf/fill-pdf';
import { wideFont } from '../../../src/writers/pdf/wide-font';
import { WriteError } from '../../../src/writers/write-error';

const HOW = { colour: '#000080', wideFont };
const PLAIN = { cells: [], pitch: null, onRule: false } as const;

const text = (box: Box, value: string, more: Partial<Entry> = {}): Entry =>
  ({ kind: 'text', page: 1, box, text: value, ...PLAIN, ...more }) as Entry;

/** A page with a frame around the place that is written on, and with more paper than is shown. */
async function sheet(turn: number, box: Box): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([700, 900]);
  page.setCropBox(40, 50, 600, 800);
  page.setRotation(degrees(turn));
  const isSideways = turn % 180 !== 0;
  const corner = { 0: [40 + box.x, 850 - box.y - box.height], 90: [40 + box.y, 50 + box.x] }[turn] ?? [0, 0];
  const [x = 0, y = 0] = corner;
  const [width, height] = isSideways ? [box.height, box.width] : [box.width, box.height];
  page.drawRectangle({ x, y, width, height, borderWidth: 0.8, borderColor: rgb(0, 0, 0) });
  return pdf.save();
}

/** Every word with its place, in whole points. */
async function wordsOf(pdf: Uint8Array) {
  const { pages } = await parseDocument(pdf, { filename: 'filled.pdf', pages: null });
  return pages[0]?.lines.flatMap((line) => line.words) ?? [];
}

const isIn = (outer: Box, { x, y, width, height }: Box): boolean =>
  x >= outer.x && y >= outer.y - 1 && x + width <= outer.x + outer.width && y + height <= outer.y + outer.height + 3;

describe('What is written on a PDF', () => {
  test.each([0, 90])('stands in its box and upright on a page that is cut and turned by %i degrees', async (turn) => {
    const box = { x: 120, y: 200, width: 180, height: 22 };
    const filled = await fillPdf(await sheet(turn, box), [text(box, 'Kirkwall harbour')], HOW);
    const words = await wordsOf(filled);
    expect(words.map((word) => word.text)).toEqual(['Kirkwall', 'harbour']);
    for (const word of words) expect(isIn(box, word.box)).toBe(true);
  });

  test.each([
    ['Łukasz Żółć', 'Polish'],
    ['Ελένη Παππά', 'Greek'],
    ['Щукина Юлия', 'Cyrillic'],
    ['Zoë Ångström', 'Western'],
  ])('is "%s" in %s letters', async (name) => {
    const box = { x: 60, y: 60, width: 200, height: 20 };
    const words = await wordsOf(await fillPdf(await sheet(0, box), [text(box, name)], HOW));
    expect(words.map((word) => word.text).join(' ')).toBe(name);
  });

  test('has a question mark in place of a sign that no font here has', async () => {
    const box = { x: 60, y: 60, width: 200, height: 20 };
    const words = await wordsOf(await fillPdf(await sheet(0, box), [text(box, 'a 字 b')], HOW));
    expect(words.map((word) => word.text).join(' ')).toBe('a ? b');
  });

  test('is wrapped and made smaller until it fits', async () => {
    const box = { x: 60, y: 60, width: 150, height: 60 };
    const long =
      'The shed has to be moved because the old oak is to be felled and there is no other way in for the crane';
    const words = await wordsOf(await fillPdf(await sheet(0, box), [text(box, long)], HOW));
    expect(words.map((word) => word.text).join(' ')).toBe(long);
    for (const word of words) expect(isIn(box, word.box)).toBe(true);
  });

  test('has a cross in a box, and one character in each box of a row', async () => {
    const cells = [0, 1, 2, 3].map((index) => ({ x: 100 + 15 * index, y: 100, width: 15, height: 18 }));
    const row = { x: 100, y: 100, width: 60, height: 18 };
    const tick: Entry = { kind: 'tick', page: 1, box: { x: 100, y: 300, width: 10, height: 10 } };
    const image = await renderPage(
      [await fillPdf(await sheet(0, row), [text(row, '19-84', { cells }), tick], HOW)],
      1,
      72,
    );
    const ink = ({ x, y, width, height }: Box): number => {
      let dark = 0;
      for (let down = Math.ceil(y); down < y + height - 1; down += 1)
        for (let across = Math.ceil(x) + 1; across < x + width - 1; across += 1)
          if ((image?.gray[down * image.width + across] ?? 255) < 160) dark += 1;
      return dark;
    };
    for (const cell of cells) expect(ink(cell)).toBeGreaterThan(4);
    expect(ink(tick.box)).toBeGreaterThan(8);
    expect(ink({ x: 102, y: 302, width: 2, height: 2 })).toBe(0);
    expect(ink({ x: 200, y: 100, width: 60, height: 18 })).toBe(0);
  });
});

describe('A PDF that cannot be written on', () => {
  /** Packed objects that say nothing, at great length. */
  async function bomb(): Promise<Uint8Array> {
    const zeros = new Blob([new Uint8Array(60 * 1024 * 1024)]).stream().pipeThrough(new CompressionStream('deflate'));
    const packed = new Uint8Array(await new Response(zeros).arrayBuffer());
    const head = `%PDF-1.7\n1 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`;
    return new Uint8Array(await new Blob([head, packed, '\nendstream\nendobj\n']).arrayBuffer());
  }

  const locked = async (user: string, permissions: object): Promise<Uint8Array> => {
    const pdf = await PDFDocument.create();
    pdf.addPage().drawText('Name:', { font: await pdf.embedFont(StandardFonts.Helvetica) });
    await pdf.encrypt({ userPassword: user, ownerPassword: 'owner', permissions });
    return pdf.save();
  };

  test.each([
    ['needs a password', () => locked('secret', {}), /needs a password/],
    [
      'may not be filled in',
      () => locked('', { modifying: false, annotating: false, fillingForms: false }),
      /does not allow/,
    ],
    ['unpacks beyond measure', bomb, /unpacks to more/],
    ['is cut off', async () => (await sheet(0, { x: 1, y: 1, width: 9, height: 9 })).slice(0, 200), /damaged/],
    ['is none', async () => new TextEncoder().encode('%PDF-1.7 and nothing more'), /damaged/],
  ])('because it %s says so', async (_, make, problem) => {
    const filling = fillPdf(await make(), [], HOW);
    await expect(filling).rejects.toThrow(WriteError);
    await expect(filling).rejects.toThrow(problem);
  });

  test('is not one that its owner allows to be filled in', async () => {
    const filled = await fillPdf(await locked('', { fillingForms: true }), [], HOW);
    expect((await wordsOf(filled)).map((word) => word.text)).toEqual(['Name:']);
    expect((await PDFDocument.load(filled)).getPageCount()).toBe(1);
  });
});
