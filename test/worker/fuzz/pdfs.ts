import { PDFDocument, StandardFonts } from 'pdf-lib';
import { onePage, stream } from '../../../bench/bombs/pdf-file.mjs';
import type { SentFile } from '../../support/fuzz/mutated-document';
import { FOLDERS } from '../../support/sample-documents';

const [WIDTH, HEIGHT] = [396, 432];
const SHOWN = 'BT /F1 11 Tf 60 740 Td (Item) Tj 200 0 Td (Amount) Tj ET 50 730 300 1 re f q 1 0 0 1 9 9 cm Q';

/** PDFs with what the sample of the format lacks: a form, a scan, a file inside; and one whose every byte can be read. */
export async function pdfsToBreak(): Promise<readonly SentFile[]> {
  return [
    { filename: 'form.pdf', bytes: await withEverything() },
    { filename: 'plain.pdf', bytes: onePage({ objects: { 4: stream('', SHOWN) } }) },
  ];
}

async function withEverything(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const scan = await pdf.embedJpg(FOLDERS.find(({ extension }) => extension === 'jpg')?.files['sample.jpg'] ?? '');
  pdf.addPage([WIDTH, HEIGHT]).drawImage(scan, { x: 0, y: 0, width: WIDTH, height: HEIGHT });
  const page = pdf.addPage([WIDTH, HEIGHT]);
  page.drawText('Order 4711', { x: 20, y: 400, size: 12, font: await pdf.embedFont(StandardFonts.Helvetica) });
  const form = pdf.getForm();
  const total = form.createTextField('total');
  total.setText('12.00');
  total.addToPage(page, { x: 20, y: 300, width: 90, height: 20 });
  const paid = form.createCheckBox('paid');
  paid.addToPage(page, { x: 20, y: 250, width: 12, height: 12 });
  paid.check();
  await pdf.attach(new TextEncoder().encode('<order><total>12.00</total></order>'), 'order.xml');
  return pdf.save({ useObjectStreams: false });
}
