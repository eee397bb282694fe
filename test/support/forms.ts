import { PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from '@cantoo/pdf-lib';

const INK = { borderWidth: 0.8, borderColor: rgb(0, 0, 0) };

/** A page of A4 that is drawn on with distances in points from its top left. */
interface Paper {
  text(text: string, x: number, y: number, size?: number): void;
  frame(x: number, y: number, width: number, height: number): void;
  rule(x1: number, x2: number, y: number): void;
}

const paperOn = (page: PDFPage, font: PDFFont): Paper => ({
  text: (text, x, y, size = 10) => page.drawText(text, { x, y: 842 - y, size, font }),
  frame: (x, y, width, height) => page.drawRectangle({ x, y: 842 - y - height, width, height, ...INK }),
  rule: (x1, x2, y) => page.drawLine({ start: { x: x1, y: 842 - y }, end: { x: x2, y: 842 - y }, thickness: 0.7 }),
});

/** A form that is only drawn: rules, a frame, a comb of eight, boxes to be ticked, underscores. */
export async function drawnForm(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const { text, frame, rule } = paperOn(pdf.addPage([595, 842]), font);
  text('Heron Rowing Club: membership', 50, 60, 16);
  text('First name:', 50, 120);
  rule(150, 400, 122);
  text('Last name:', 50, 150);
  rule(150, 400, 152);
  text('Date of birth', 50, 182);
  for (let cell = 0; cell < 8; cell += 1) frame(150 + cell * 16, 168, 16, 18);
  text('Membership:', 50, 222);
  frame(150, 213, 10, 10);
  text('Rower', 166, 222);
  frame(230, 213, 10, 10);
  text('Cox', 246, 222);
  text(`Town: ${'_'.repeat(30)}`, 50, 252);
  text('Remarks', 50, 280);
  frame(50, 286, 495, 70);
  return pdf.save();
}

/** A form with fields of its own: text, a list, a box, a choice of two. */
export async function declaredForm(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const page = pdf.addPage([595, 842]);
  const { text } = paperOn(page, font);
  const form = pdf.getForm();
  text('Name of the boat', 50, 120);
  form.createTextField('boat.name').addToPage(page, { x: 200, y: 842 - 126, width: 220, height: 20 });
  text('Harbour', 50, 150);
  const harbour = form.createDropdown('boat.harbour');
  harbour.addOptions(['Penryn', 'Falmouth', 'Fowey']);
  harbour.addToPage(page, { x: 200, y: 842 - 156, width: 220, height: 20 });
  text('Insured', 70, 180);
  form.createCheckBox('boat.insured').addToPage(page, { x: 50, y: 842 - 182, width: 12, height: 12 });
  text('Hull:', 50, 210);
  const hull = form.createRadioGroup('boat.hull');
  hull.addOptionToPage('wood', page, { x: 200, y: 842 - 212, width: 12, height: 12 });
  hull.addOptionToPage('steel', page, { x: 270, y: 842 - 212, width: 12, height: 12 });
  text('Wood', 218, 210);
  text('Steel', 288, 210);
  return pdf.save();
}
