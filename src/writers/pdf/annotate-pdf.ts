import { degrees, rgb } from '@cantoo/pdf-lib';
import { Letterings, type WideFont } from './lettering';
import { openPdf } from './open-pdf';
import { type Area, frameOf } from './page-frame';

/** A place on a page to be shown with its name. */
export interface Mark {
  /** 1-based. */
  readonly page: number;
  readonly box: Area;
  readonly name: string;
}

const OUTLINE = rgb(0.85, 0.1, 0.1);
const THICKNESS = 0.7;
/** Points of the letters that names are written in, and how far they may go on beyond a box. */
const SIZE = 5;
const BEYOND = 60;

/** A PDF with places outlined and their names written small. Throws `WriteError` for one that is encrypted or damaged. */
export async function annotatePdf(bytes: Uint8Array, marks: readonly Mark[], wideFont: WideFont): Promise<Uint8Array> {
  const pdf = await openPdf(bytes);
  const names = marks.map(({ name }) => name);
  const letterings = await Letterings.for(pdf, names, OUTLINE, wideFont);
  const pages = pdf.getPages();
  for (const { page: number, box, name } of marks) {
    const page = pages[number - 1];
    if (page === undefined) continue;
    const frame = frameOf(page);
    const a = frame.toPage(box.x, box.y);
    const b = frame.toPage(box.x + box.width, box.y + box.height);
    page.drawRectangle({
      x: Math.min(a.x, b.x),
      y: Math.min(a.y, b.y),
      width: Math.abs(a.x - b.x),
      height: Math.abs(a.y - b.y),
      borderWidth: THICKNESS,
      borderColor: OUTLINE,
      borderOpacity: 0.8,
    });
    const { text, lettering } = letterings.of(name);
    const wide = lettering.font.widthOfTextAtSize(text, SIZE);
    const size = Math.min(SIZE, (SIZE * Math.max(20, box.width + BEYOND)) / wide);
    page.drawText(text, {
      ...frame.toPage(box.x + 1, box.y + Math.min(size, box.height - 1)),
      size,
      font: lettering.font,
      color: OUTLINE,
      rotate: degrees(frame.turn),
    });
  }
  return pdf.save({ updateFieldAppearances: false });
}
