import { initSync, LiteParse } from '@llamaindex/liteparse-wasm';
import module from '@llamaindex/liteparse-wasm/liteparse_wasm_bg.wasm';
import { pixelsOfPng } from '../image/png';
import { readPngChunks } from '../image/png-chunks';
import type { PageImage } from '../ocr/character-reader';
import { guardPanic } from './panic-guard';

/** A page is drawn no larger than this, in pixels: each takes 15 bytes of a memory that never shrinks. */
export const MAX_DRAWN_PIXELS = 4_000_000;

/**
 * A page as it is printed, in gray; null where it cannot be drawn, or its text layer is so good that the library sees
 * nothing to read on it.
 */
export async function renderPage(pdf: Uint8Array, page: number, dpi: number): Promise<PageImage | null> {
  const instance = initSync({ module });
  const pngs: Uint8Array[] = [];
  const reader = new LiteParse({
    ocrEnabled: true,
    // What it would have read is what is to be seen; a copy, because its memory goes on to the next page.
    ocrEngine: {
      async recognize(png) {
        pngs.push(png.slice());
        return [];
      },
    },
    quiet: true,
    dpi,
    targetPages: String(page),
    continueOnPageError: true,
    imageMode: 'off',
  });
  try {
    await guardPanic(instance, () => reader.parse(pdf));
    reader.free();
    const [png] = pngs;
    return png === undefined ? null : await pixelsOfPng(readPngChunks(png));
  } catch {
    return null;
  }
}
