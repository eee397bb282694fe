import { env } from 'cloudflare:workers';
import { degrees, PDFDocument, StandardFonts } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import type { CharacterReader } from '../../../src/parsers/ocr/character-reader';
import type { Page } from '../../../src/parsers/parsed-document';
import { parseDocument } from '../../../src/parsers/registry';
import { characterReaderOf } from '../../support/character-reader';
import { FOLDERS } from '../../support/sample-documents';

const SAMPLE = FOLDERS.find(({ extension }) => extension === 'jpg')?.files['sample.jpg'] ?? new Uint8Array();
const [WIDTH, HEIGHT] = [396, 432];

/** How a page of the test's PDF is made: the sample scanned, turned clockwise by so many degrees; nothing; or printed. */
type Kind = 0 | 90 | 180 | 270 | 'blank' | 'printed';

async function pdfOf(kinds: readonly Kind[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const scan = await pdf.embedJpg(SAMPLE);
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const kind of kinds) {
    const isAcross = kind === 90 || kind === 270;
    const page = pdf.addPage(isAcross ? [HEIGHT, WIDTH] : [WIDTH, HEIGHT]);
    if (kind === 'printed') {
      for (let line = 0; line < 12; line += 1)
        page.drawText('Printed with a text layer', { x: 40, y: 380 - 20 * line, size: 12, font });
    } else if (kind !== 'blank') {
      const corners = { 0: [0, 0], 90: [0, WIDTH], 180: [WIDTH, HEIGHT], 270: [HEIGHT, 0] } as const;
      const [x, y] = corners[kind];
      page.drawImage(scan, { x, y, width: WIDTH, height: HEIGHT, rotate: degrees(-kind) });
    }
  }
  return pdf.save();
}

/** The OCR Worker, with a count of the pages it was given. */
function counted(): { characters: CharacterReader; pagesRead: () => number } {
  const worker = characterReaderOf(env);
  let pages = 0;
  return {
    characters: {
      read(image, language) {
        pages += 1;
        return worker.read(image, language);
      },
    },
    pagesRead: () => pages,
  };
}

const textOf = (page: Page | undefined): string => page?.lines.map((line) => line.text).join(' | ') ?? '';
const NOTE =
  'Delivery note | Number: DN-40718 | Date: 14 March 2025 | Ship to: Harbour Lane Bakery | Item | Quantity | ' +
  'Rye flour 25 kg | 12 | Sea salt 1 kg | 30 | Received in good order.';

describe('A PDF of scans', () => {
  it('is read where there is no text layer, and only there', async () => {
    const { characters, pagesRead } = counted();
    const bytes = await pdfOf(['printed', 0, 'blank']);
    const { pages } = await parseDocument(bytes, { filename: 'mixed.pdf', pages: null }, characters);
    expect(pages.map(textOf)).toEqual([Array(12).fill('Printed with a text layer').join(' | '), NOTE, '']);
    expect(pagesRead()).toBeLessThanOrEqual(2);
  });

  it('is read the right way up however it lies', async () => {
    const bytes = await pdfOf([90, 180, 270]);
    const { pages } = await parseDocument(bytes, { filename: 'turned.pdf', pages: null }, characterReaderOf(env));
    expect(pages.map((page) => [page.turned, textOf(page)])).toEqual([
      [90, NOTE],
      [180, NOTE],
      [270, NOTE],
    ]);
  });

  it('has boxes where its words are printed, and words less certain than a text layer', async () => {
    const bytes = await pdfOf([0, 180]);
    const { pages } = await parseDocument(bytes, { filename: 'scan.pdf', pages: null }, characterReaderOf(env));
    const [upright, turned] = pages.map((page) => page.lines.find((line) => line.text === 'Number: DN-40718')?.box);
    // On the sample the line begins 36 points from the left and 71 from the top.
    expect([upright?.x, upright?.y].map((place) => Math.round((place ?? 0) / 4))).toEqual([9, 18]);
    const mirrored = {
      x: WIDTH - (turned?.x ?? 0) - (turned?.width ?? 0),
      y: HEIGHT - (turned?.y ?? 0) - (turned?.height ?? 0),
    };
    expect(Math.abs(mirrored.x - (upright?.x ?? 0))).toBeLessThan(2);
    expect(Math.abs(mirrored.y - (upright?.y ?? 0))).toBeLessThan(2);
    const certainties = pages.flatMap((page) => page.lines.flatMap((line) => line.words.map((word) => word.certainty)));
    expect(Math.max(...certainties)).toBeLessThan(1);
    expect(Math.min(...certainties)).toBeGreaterThan(0.5);
  });

  it('costs no reading of pages that are not asked for', async () => {
    const { characters, pagesRead } = counted();
    const { pages } = await parseDocument(await pdfOf([0, 180, 0]), { filename: 'scan.pdf', pages: [3] }, characters);
    expect(pages.map(({ number }) => number)).toEqual([3]);
    expect(pagesRead()).toBe(1);
  });
});
