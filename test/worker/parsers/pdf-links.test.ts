import { PDFDocument, PDFString, StandardFonts } from 'pdf-lib';
import { expect, test } from 'vitest';
import { TABLE_WRITERS } from '../../../src/parsers/page-tables/table-formats';
import { parseDocument } from '../../../src/parsers/registry';
import { toPageTexts } from '../../../src/parsers/to-markdown';

/** One red pixel. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==';

/** A sentence with a linked word, a picture below it, and another sentence below that. */
async function linkedPdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const page = pdf.addPage([595, 842]);
  page.drawText('Read the tide table first.', { x: 60, y: 700, size: 10, font });
  page.drawImage(await pdf.embedPng(PNG), { x: 60, y: 560, width: 160, height: 100 });
  page.drawText('Then cast off.', { x: 60, y: 500, size: 10, font });
  const before = 60 + font.widthOfTextAtSize('Read the ', 10);
  const after = before + font.widthOfTextAtSize('tide table', 10);
  const action = { Type: 'Action', S: 'URI', URI: PDFString.of('https://example.org/tide') };
  const rect = [before, 697, after, 710];
  const link = pdf.context.obj({ Type: 'Annot', Subtype: 'Link', Rect: rect, Border: [0, 0, 0], A: action });
  page.node.addAnnot(pdf.context.register(link));
  return pdf.save();
}

test('links of a PDF and the places of its pictures are in the text of its pages', async () => {
  const { pages, tables } = await parseDocument(await linkedPdf(), { filename: 'tide.pdf', pages: null });
  expect(toPageTexts(pages, tables, TABLE_WRITERS.html)).toEqual([
    'Read the [tide table](https://example.org/tide) first.\n\n![image]()\n\nThen cast off.',
  ]);
});
