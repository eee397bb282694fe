import { pixelsOfPng } from '../image/png';
import { readPngChunks } from '../image/png-chunks';
import type { PageImage } from '../ocr/character-reader';
import { askReader } from './ask-reader';

/** A page is drawn no larger than this, in pixels: each takes 15 bytes of a memory that never shrinks. */
export const MAX_DRAWN_PIXELS = 4_000_000;

/**
 * A page of a file in pieces as it is printed, in gray; null where it cannot be drawn, or its text layer is so good that
 * the library sees nothing to read on it.
 */
export async function renderPage(pdf: readonly Uint8Array[], page: number, dpi: number): Promise<PageImage | null> {
  const pngs: Uint8Array[] = [];
  try {
    await askReader(pdf, {
      ocrEnabled: true,
      // What it would have read is what is to be seen; a copy, because its memory goes on to the next page.
      ocrEngine: {
        async recognize(png) {
          pngs.push(png.slice());
          return [];
        },
      },
      dpi,
      targetPages: String(page),
      imageMode: 'off',
    });
    const [png] = pngs;
    return png === undefined ? null : await pixelsOfPng(readPngChunks(png));
  } catch {
    return null;
  }
}
