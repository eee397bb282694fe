import { initSync, LiteParse } from '@llamaindex/liteparse-wasm';
import module from '@llamaindex/liteparse-wasm/liteparse_wasm_bg.wasm';
import { pixelsOfPng } from '../../src/parsers/image/png';
import { readPngChunks } from '../../src/parsers/image/png-chunks';
import type { PageImage } from '../../src/parsers/ocr/character-reader';
import type { Box, ParsedDocument } from '../../src/parsers/parsed-document';

/** One page for somebody who looks something up on it. */
export interface SeenSheet {
  /** In the order of the file. */
  readonly words: readonly { readonly text: string; readonly box: Box }[];
  /** One pixel a point; null for a format that is not printed. */
  readonly image: PageImage | null;
}

/** The pages of a PDF as PDFium itself tells and draws them: nothing of our own layout is asked. */
export async function sheetsOfPdf(bytes: Uint8Array): Promise<SeenSheet[]> {
  initSync({ module });
  const reader = new LiteParse({
    ocrEnabled: false,
    quiet: true,
    dpi: 72,
    emitWordBoxes: true,
    extractScreenshots: true,
    imageMode: 'off',
  });
  const { pages, screenshots } = await reader.parse(bytes.slice());
  reader.free();
  return Promise.all(
    pages.map(async ({ textItems }, index) => {
      const png = screenshots[index]?.imageBytes;
      return {
        words: textItems.flatMap((item) => item.words ?? [item]).map(({ text, ...box }) => ({ text, box })),
        image: await pixelsOfPng(readPngChunks(Uint8Array.from(png ?? []))),
      };
    }),
  );
}

/** The pages of any other document: the words that were typeset, or recognised on an image. */
export const sheetsOfDocument = ({ pages }: ParsedDocument): SeenSheet[] =>
  pages.map(({ lines }) => ({ words: lines.flatMap(({ words }) => words), image: null }));

/** A box is rounded, and letters lean out of theirs. */
const SLACK = 1;

/** The words whose middle is inside the box, one after the other. */
export function textInside(sheet: SeenSheet, box: Box): string {
  const inside = sheet.words.filter(({ box: { x, y, width, height } }) => {
    const [middle, center] = [x + width / 2, y + height / 2];
    return (
      middle >= box.x - SLACK &&
      middle <= box.x + box.width + SLACK &&
      center >= box.y - SLACK &&
      center <= box.y + box.height + SLACK
    );
  });
  return inside.map(({ text }) => text).join(' ');
}

/** Whether something is printed inside the box: its darkest and its lightest point differ. */
export function hasInk({ image }: SeenSheet, box: Box): boolean {
  if (image === null) return true;
  const [left, right] = [Math.max(0, Math.floor(box.x)), Math.min(image.width, Math.ceil(box.x + box.width))];
  let [darkest, lightest] = [255, 0];
  for (let y = Math.max(0, Math.floor(box.y)); y < Math.min(image.height, Math.ceil(box.y + box.height)); y++) {
    for (const gray of image.gray.subarray(y * image.width + left, y * image.width + right)) {
      darkest = Math.min(darkest, gray);
      lightest = Math.max(lightest, gray);
    }
  }
  return lightest - darkest > 40;
}
