import { PDFDocument, rgb, StandardFonts } from 'pdf-lib';

const A4 = { width: 595, height: 842 };

/** One A4 page to write on, in points from the top left. The same calls give the same bytes: no clock, no random ids. */
export async function openPaper(title, author, date) {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.setTitle(title);
  pdf.setAuthor(author);
  pdf.setProducer('Quarry samples');
  pdf.setCreationDate(date);
  pdf.setModificationDate(date);
  const regular = await pdf.embedFont(StandardFonts.Helvetica);
  const bold = await pdf.embedFont(StandardFonts.HelveticaBold);
  const page = pdf.addPage([A4.width, A4.height]);

  /** Writes `text` with its baseline at `y`; `align: 'right'` ends it at `x`. */
  function write(text, x, y, { size = 9.5, strong = false, align = 'left' } = {}) {
    const font = strong ? bold : regular;
    const left = align === 'right' ? x - font.widthOfTextAtSize(text, size) : x;
    page.drawText(text, { x: left, y: A4.height - y, size, font, color: rgb(0.1, 0.1, 0.1) });
  }

  function rule(x1, y1, x2, y2) {
    const start = { x: x1, y: A4.height - y1 };
    page.drawLine({ start, end: { x: x2, y: A4.height - y2 }, thickness: 0.6, color: rgb(0.3, 0.3, 0.3) });
  }

  return { write, rule, bytes: () => pdf.save() };
}
