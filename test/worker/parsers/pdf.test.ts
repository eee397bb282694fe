import { PDFDocument, type PDFPage, StandardFonts } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import type { ParseError } from '../../../src/parsers/parse-error';
import type { ParsedDocument, Table } from '../../../src/parsers/parsed-document';
import { parseDocument } from '../../../src/parsers/registry';

type Cell = readonly [x: number, text: string];

/** A document whose pages are drawn row by row, 16 points apart, from 30 points below the top. */
async function pdfOf(
  pages: readonly (readonly (readonly Cell[])[])[],
  draw?: (page: PDFPage) => void,
): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const rows of pages) {
    const page = pdf.addPage([400, 300]);
    rows.forEach((row, index) => {
      for (const [x, text] of row) page.drawText(text, { x, y: 270 - 16 * index, size: 10, font });
    });
    draw?.(page);
  }
  return pdf.save();
}

async function parse(bytes: Uint8Array, pages: readonly number[] | null = null): Promise<ParsedDocument> {
  return parseDocument(bytes, { filename: 'sample.pdf', pages });
}

function texts(document: ParsedDocument): string[][] {
  return document.pages.map((page) => page.lines.map((line) => line.text));
}

function grids(tables: readonly Table[]): { headerRows: number; rows: string[][] }[] {
  return tables.map(({ headerRows, rows }) => ({ headerRows, rows: rows.map((row) => row.map((cell) => cell.text)) }));
}

async function refusal(bytes: Uint8Array): Promise<Pick<ParseError, 'code' | 'message'>> {
  const error = await parse(bytes).then(
    () => null,
    (reason: ParseError) => reason,
  );
  return { code: error?.code ?? 'unsupported-document', message: error?.message ?? 'parsed after all' };
}

const INVOICE: readonly (readonly Cell[])[] = [
  [
    [30, 'Invoice 4711'],
    [260, 'Date: 2024-03-01'],
  ],
  [],
  [
    [30, 'Item'],
    [180, 'Qty'],
    [240, 'Price'],
    [320, 'Amount'],
  ],
  [
    [30, 'Blue paint, matt'],
    [180, '2'],
    [240, '10.00'],
    [320, '20.00'],
  ],
  [
    [30, 'Brush'],
    [180, '10'],
    [240, '1.50'],
    [320, '15.00'],
  ],
];
const INVOICE_TABLE = {
  headerRows: 1,
  rows: [
    ['Item', 'Qty', 'Price', 'Amount'],
    ['Blue paint, matt', '2', '10.00', '20.00'],
    ['Brush', '10', '1.50', '15.00'],
  ],
};

describe('PDF', () => {
  it('reads lines cut at wide gaps, and the table that only alignment shows', async () => {
    const document = await parse(await pdfOf([INVOICE]));
    expect(texts(document)).toEqual([['Invoice 4711', 'Date: 2024-03-01', ...INVOICE_TABLE.rows.flat()]]);
    expect(grids(document.tables)).toEqual([INVOICE_TABLE]);
    expect(document.mediaType).toBe('application/pdf');
  });

  it('measures words in points from the top left', async () => {
    const document = await parse(await pdfOf([[[[30, 'Invoice']]]]));
    const page = document.pages[0];
    const word = page?.lines[0]?.words[0];
    expect([page?.number, page?.width, page?.height]).toEqual([1, 400, 300]);
    expect({ ...word, box: undefined }).toEqual({
      text: 'Invoice',
      size: 10,
      bold: false,
      certainty: 1,
      box: undefined,
    });
    expect(word?.box.x).toBeCloseTo(31, -1);
    expect(word?.box.width).toBeCloseTo(32, -1);
    // Baseline 30 points below the top; the box reaches from the ascent to the descent.
    expect(word?.box.y).toBeGreaterThan(17);
    expect((word?.box.y ?? 0) + (word?.box.height ?? 0)).toBeLessThan(34);
  });

  it('reads a drawn grid with its empty cells and its rules', async () => {
    const rows: Cell[][] = [
      [
        [35, 'Name'],
        [135, 'Born'],
        [235, 'Town'],
      ],
      [
        [35, 'Ada'],
        [235, 'London'],
      ],
      [
        [35, 'Kurt'],
        [135, '1906'],
      ],
    ];
    const document = await parse(
      await pdfOf([rows], (page) => {
        for (let line = 0; line < 4; line += 1) {
          page.drawLine({ start: { x: 30, y: 282 - 16 * line }, end: { x: 330, y: 282 - 16 * line }, thickness: 0.5 });
        }
        for (const x of [30, 130, 230, 330])
          page.drawLine({ start: { x, y: 282 }, end: { x, y: 234 }, thickness: 0.5 });
      }),
    );
    expect(grids(document.tables)).toEqual([
      {
        headerRows: 1,
        rows: [
          ['Name', 'Born', 'Town'],
          ['Ada', '', 'London'],
          ['Kurt', '1906', ''],
        ],
      },
    ]);
    expect(document.pages[0]?.rules).toHaveLength(8);
    expect(document.tables[0]?.rows[1]?.[1]?.box).toEqual({ x: 130, y: 34, width: 100, height: 16 });
  });

  it('reads only the pages asked for, under their own numbers', async () => {
    const document = await parse(await pdfOf([[[[30, 'one']]], [[[30, 'two']]], [[[30, 'three']]]]), [3, 1, 9]);
    expect(document.pages.map((page) => [page.number, page.lines[0]?.text])).toEqual([
      [1, 'one'],
      [3, 'three'],
    ]);
  });

  it('reads the values of form fields', async () => {
    const pdf = await PDFDocument.create();
    const page = pdf.addPage([300, 200]);
    page.drawText('Order form', { x: 20, y: 170, size: 10 });
    const form = pdf.getForm();
    const customer = form.createTextField('customer.name');
    customer.setText('ACME Ltd');
    customer.addToPage(page, { x: 20, y: 100, width: 120, height: 20 });
    form.createTextField('left.empty').addToPage(page, { x: 20, y: 60, width: 120, height: 20 });
    const document = await parse(await pdf.save());
    expect(document.fields.map(({ path, value, locator, page: number }) => ({ path, value, locator, number }))).toEqual(
      [{ path: ['customer.name'], value: 'ACME Ltd', locator: 'customer.name', number: 1 }],
    );
    expect(Math.abs((document.fields[0]?.box.x ?? 0) - 20)).toBeLessThan(1);
  });

  it('takes out embedded XML and parses it, and lists other files', async () => {
    const pdf = await PDFDocument.load(await pdfOf([[[[30, 'Rechnung']]]]));
    const xml = '<?xml version="1.0"?><Invoice><ID>RE-1</ID></Invoice>';
    await pdf.attach(new TextEncoder().encode(xml), 'factur-x.xml', { mimeType: 'text/xml' });
    await pdf.attach(new TextEncoder().encode('terms apply'), 'terms (1).txt', { mimeType: 'text/plain' });
    const { attachments } = await parse(await pdf.save());
    const listed = attachments.map(({ filename, mediaType, sizeBytes }) => ({ filename, mediaType, sizeBytes }));
    expect(listed.sort((a, b) => a.filename.localeCompare(b.filename))).toEqual([
      { filename: 'factur-x.xml', mediaType: 'application/xml', sizeBytes: xml.length },
      { filename: 'terms (1).txt', mediaType: 'text/plain', sizeBytes: 11 },
    ]);
    const invoice = attachments.find((attachment) => attachment.filename === 'factur-x.xml')?.document;
    expect(invoice?.fields.map((field) => [field.path, field.value])).toEqual([[['Invoice', 'ID'], 'RE-1']]);
  });

  it('refuses what is truncated at any place', async () => {
    const whole = await pdfOf([INVOICE]);
    for (const share of [0.1, 0.3, 0.5, 0.7, 0.9]) {
      const answer = await refusal(whole.subarray(0, Math.floor(whole.length * share)));
      expect(answer).toEqual({
        code: 'document-unreadable',
        message: 'this PDF is truncated or damaged; export it again from its source',
      });
    }
  });

  it('still reads after refusing', async () => {
    await refusal(new TextEncoder().encode('%PDF-1.7\nnothing of the kind'));
    expect(grids((await parse(await pdfOf([INVOICE]))).tables)).toEqual([INVOICE_TABLE]);
  });

  it('refuses a document that needs a password', async () => {
    expect(await refusal(encryptedPdf())).toEqual({
      code: 'document-unreadable',
      message: 'this PDF is encrypted and needs a password; remove the password',
    });
  });

  it('refuses a document without any text, and reads one that has a page without', async () => {
    expect((await refusal(await pdfOf([[], []]))).message).toMatch(
      /has no text layer: .* nobody reads characters here/,
    );
    expect(texts(await parse(await pdfOf([[], [[[30, 'here']]]])))).toEqual([[], ['here']]);
  });

  it('goes by the bytes, not by the name', async () => {
    const document = await parseDocument(await pdfOf([INVOICE]), { filename: 'invoice.txt', pages: null });
    expect(document.mediaType).toBe('application/pdf');
  });
});

/** A PDF 1.4 with a standard security handler whose passwords nobody knows. */
function encryptedPdf(): Uint8Array {
  const secret = 'A1B2C3D4'.repeat(8);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>',
    `<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <${secret}> /U <${secret}> >>`,
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((body, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const id = '<00112233445566778899AABBCCDDEEFF>';
  const trailer = `<< /Size 5 /Root 1 0 R /Encrypt 4 0 R /ID [${id} ${id}] >>`;
  text += `xref\n0 5\n0000000000 65535 f \n${table}trailer\n${trailer}\nstartxref\n${text.length}\n%%EOF\n`;
  return new TextEncoder().encode(text);
}
