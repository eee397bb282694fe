import { PDFDocument, StandardFonts } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/parsers/registry';

async function onePage(rows: readonly string[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const page = pdf.addPage([300, 200]);
  rows.forEach((row, index) => {
    page.drawText(row, { x: 20, y: 170 - 20 * index, size: 10, font });
  });
  return pdf.save();
}

describe('PDF', () => {
  it('reads words with their boxes from the top left', async () => {
    const document = await parseDocument(await onePage(['Invoice 42', 'Total 9.50']), { filename: 'a.pdf', pages: null });
    expect(document.pages.map((page) => page.lines.map((line) => line.text))).toEqual([['Invoice 42', 'Total 9.50']]);
    const word = document.pages[0]?.lines[0]?.words[0];
    expect(word?.box.x).toBeCloseTo(20, 0);
    expect(word?.box.y).toBeGreaterThan(18);
    expect(word?.box.y).toBeLessThan(24);
  });
});
