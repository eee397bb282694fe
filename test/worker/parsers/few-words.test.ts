import { PDFDocument, StandardFonts } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/parsers/registry';
import { FOLDERS } from '../../support/sample-documents';

const PICTURE = FOLDERS.find(({ extension }) => extension === 'jpg')?.files['sample.jpg'] ?? new Uint8Array();
const [WIDTH, HEIGHT] = [396, 432];

/** Pages with three words each, and how much of them a picture covers, 0-1. */
async function pdfOf(shares: readonly number[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const picture = await pdf.embedJpg(PICTURE);
  for (const share of shares) {
    const page = pdf.addPage([WIDTH, HEIGHT]);
    if (share > 0) page.drawImage(picture, { x: 0, y: 0, width: WIDTH, height: share * HEIGHT });
    page.drawText('Received 4 May', { x: 40, y: 400, size: 12, font });
  }
  return pdf.save();
}

/** What is on the pages where a reader reads one word, and how many pages it was given. */
async function readingOf(shares: readonly number[]): Promise<{ texts: string[]; pagesRead: number }> {
  let pagesRead = 0;
  const seen = { text: 'seen', box: { x: 90, y: 90, width: 200, height: 60 }, certainty: 0.9 };
  const characters = {
    async read() {
      pagesRead += 1;
      return { turn: 0, skew: 0, lines: [[seen]] } as const;
    },
  };
  const { pages } = await parseDocument(await pdfOf(shares), { filename: 'few.pdf', pages: null }, characters);
  return { texts: pages.map(({ lines }) => lines.map(({ text }) => text).join(' ')), pagesRead };
}

describe('A page of few words', () => {
  it('is read as a picture where it is one with a stamp on it', async () => {
    expect(await readingOf([1, 0])).toEqual({ texts: ['seen', 'Received 4 May'], pagesRead: 1 });
  });

  it('is printed where there is no picture, or a small one', async () => {
    expect(await readingOf([0])).toEqual({ texts: ['Received 4 May'], pagesRead: 0 });
    expect(await readingOf([0.2])).toEqual({ texts: ['Received 4 May'], pagesRead: 0 });
  });
});
