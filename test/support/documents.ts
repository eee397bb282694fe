import { PDFDocument, StandardFonts } from 'pdf-lib';
import { toBase64 } from '../../src/jobs/base64';

/** A file as a caller uploads it. */
export interface Upload {
  readonly filename: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export function formWith({ filename, mediaType, bytes }: Upload): FormData {
  const form = new FormData();
  form.set('file', new File([bytes], filename, { type: mediaType }));
  return form;
}

/** As callers of Retab send it: inside their JSON. */
export const mimeData = ({ filename, mediaType, bytes }: Omit<Upload, 'bytes'> & { readonly bytes: Uint8Array }) => ({
  filename,
  url: `data:${mediaType};base64,${toBase64(bytes)}`,
});

/** What the generated invoices can be asked for. */
export const INVOICE_SCHEMA = { invoice_number: 'string', due_date: 'date', total_gross: 'number' };

export const invoiceNumber = (index: number): string => `T-${String(index).padStart(4, '0')}`;

/** An invoice of `pages` pages; those with different numbers are different documents. */
export async function invoicePdf(index: number, pages = 1): Promise<Upload> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (let page = 0; page < pages; page++) {
    const lines =
      page === 0
        ? [`Invoice number: ${invoiceNumber(index)}`, 'Due date: 2026-09-30', 'Total gross: 119.00 EUR']
        : Array.from({ length: 30 }, (_, line) => `Page ${page + 1}, line ${line + 1} of the terms of delivery`);
    const sheet = pdf.addPage([595, 842]);
    for (const [line, text] of lines.entries()) sheet.drawText(text, { x: 60, y: 780 - line * 22, size: 11, font });
  }
  const bytes = new Uint8Array(await pdf.save());
  return { filename: `invoice-${index}.pdf`, mediaType: 'application/pdf', bytes };
}

/** The least of an invoice. */
export function invoiceText(index: number): Upload {
  const text = `Invoice number: ${invoiceNumber(index)}\nDue date: 2026-09-30\nTotal gross: 119.00 EUR\n`;
  return { filename: `invoice-${index}.txt`, mediaType: 'text/plain', bytes: bytesOf(text) };
}

/** A PDF that says it is encrypted, under a password nobody knows. */
export function encryptedPdf(): Upload {
  const unknown = '<00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff>';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
    `<< /Filter /Standard /V 1 /R 2 /O ${unknown} /U ${unknown} /P -4 >>`,
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 5\n0000000000 65535 f \n${offsets.join('')}`;
  const trailer = '<< /Size 5 /Root 1 0 R /Encrypt 4 0 R /ID [<0011> <0011>] >>';
  const bytes = bytesOf(`${text}${table}trailer\n${trailer}\nstartxref\n${text.length}\n%%EOF\n`);
  return { filename: 'encrypted.pdf', mediaType: 'application/pdf', bytes };
}

/** The first bytes of a Windows program. */
export const windowsProgram = (): Upload => ({
  filename: 'setup.exe',
  mediaType: 'application/vnd.microsoft.portable-executable',
  bytes: new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff, 0, 0, ...Array<number>(64).fill(0)]),
});

export const emptyFile = (): Upload => ({
  filename: 'empty.pdf',
  mediaType: 'application/pdf',
  bytes: new Uint8Array(0),
});

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text));

/** One row of the long invoice: what is expected of it. */
export const longInvoiceRow = (row: number) => ({
  description: `Bracket size ${row + 1}`,
  quantity: (row % 7) + 1,
  amount: ((row % 7) + 1) * 2.5,
});

const ROWS_PER_PAGE = 12;

/** An invoice of `pages` pages: its head on the first, rows of one table on all, with headings on the first alone or on each, the sum on the last. */
export async function longInvoicePdf(pages: number, headings: 'first' | 'each'): Promise<Upload> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  let total = 0;
  for (let page = 0; page < pages; page++) {
    const sheet = pdf.addPage([595, 842]);
    let y = 790;
    const write = (...cells: readonly string[]) => {
      for (const [column, text] of cells.entries()) sheet.drawText(text, { x: 60 + column * 150, y, size: 11, font });
      y -= 22;
    };
    if (page === 0) {
      write('Seller: Long Haul Metals Ltd');
      write('Invoice number: LONG-2026-7');
      write('Due date: 2026-09-30');
      y -= 30;
    }
    if (page === 0 || headings === 'each') write('Description', 'Quantity', 'Amount');
    for (let row = page * ROWS_PER_PAGE; row < (page + 1) * ROWS_PER_PAGE; row++) {
      const { description, quantity, amount } = longInvoiceRow(row);
      write(description, String(quantity), amount.toFixed(2));
      total += amount;
    }
    if (page === pages - 1) {
      y -= 30;
      write(`Total gross: ${total.toFixed(2)} EUR`);
    }
  }
  return {
    filename: `long-${headings}-${pages}.pdf`,
    mediaType: 'application/pdf',
    bytes: new Uint8Array(await pdf.save()),
  };
}
