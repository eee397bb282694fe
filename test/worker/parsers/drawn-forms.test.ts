import { PDFDocument, rgb, StandardFonts } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { parseDocument } from '../../../src/parsers/registry';

test('a page tells the frames and tinted areas that are drawn on it, and rows of dots', async () => {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([600, 800]);
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const ink = { borderWidth: 1, borderColor: rgb(0, 0, 0) };
  page.drawRectangle({ x: 100, y: 700, width: 200, height: 20, ...ink });
  page.drawRectangle({ x: 100, y: 600, width: 200, height: 20, color: rgb(0.9, 0.9, 1) });
  page.drawRectangle({ x: 100, y: 550, width: 200, height: 20, color: rgb(0.1, 0.1, 0.4) });
  page.drawRectangle({ x: 100, y: 500, width: 200, height: 20, borderWidth: 1, borderColor: rgb(1, 1, 1) });
  page.drawRectangle({ x: 10, y: 10, width: 580, height: 780, ...ink });
  page.drawText('Town ........................................', { x: 40, y: 400, size: 10, font });
  const { pages } = await parseDocument(await pdf.save(), { filename: 'form.pdf', pages: null });
  const rounded = (boxes: readonly { x: number; y: number; width: number; height: number }[] = []) =>
    boxes.map(({ x, y, width, height }) => [x, y, width, height].map((side) => Math.round(side / 10)));
  expect(rounded(pages[0]?.frames)).toEqual([
    [10, 8, 20, 2],
    [10, 18, 20, 2],
  ]);
  expect(rounded(pages[0]?.leaders)).toEqual([[7, 39, 11, 1]]);
});
