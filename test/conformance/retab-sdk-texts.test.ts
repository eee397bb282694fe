/** https://docs.retab.com (Parse, Generate Schema) — documents are parsed and schemas made of them, as the SDKs ask for it. */
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoiceNumber, invoiceText, mimeData } from '../support/documents';
import { parseAs, readAs } from '../support/read-as';
import { RETAB_LANGUAGES, type RetabUser, refusedField } from '../support/retab-users';
import { type Server, startServer } from '../support/server';
import * as wire from '../wire/retab';
import { ParseResponse, SchemaResponse } from '../wire/retab-texts';

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.remove());

/** A heading on each of two pages, above the same footer. */
async function report() {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const [index, heading] of ['Tides', 'Winds'].entries()) {
    const page = pdf.addPage([595, 842]);
    page.drawText(heading, { x: 60, y: 760, size: 22, font });
    page.drawText('The harbour is calm in the morning and busy in the afternoon.', { x: 60, y: 700, size: 10, font });
    page.drawText(`Harbour office, page ${index + 1}`, { x: 60, y: 40, size: 10, font });
  }
  return mimeData({ filename: 'report.pdf', mediaType: 'application/pdf', bytes: await pdf.save() });
}

const PAGE = `<h1>Fees</h1><p>See <a href="https://example.org/fees">all fees</a>.</p>
<table><tr><th>Boat</th><th>Fee</th></tr><tr><td>Aurora &amp; Co</td><td>12.50</td></tr></table>`;
const webPage = mimeData({ filename: 'fees.html', mediaType: 'text/html', bytes: new TextEncoder().encode(PAGE) });

describe.each(RETAB_LANGUAGES)('Retab for $language', ({ open }) => {
  let sdk: RetabUser;
  beforeAll(() => {
    sdk = open(server);
  });

  it('parses a document at once, and as a job', async () => {
    const request = { document: await report(), model: 'retab-small' };
    const { document, ...body } = readAs(await sdk.parse(request), 200, ParseResponse);
    const calm = 'The harbour is calm in the morning and busy in the afternoon.';
    expect(body.pages).toEqual([`# Tides\n\n${calm}\n\nHarbour office, page 1`, `# Winds\n\n${calm}`]);
    expect([body.text, document.filename, document.mime_type]).toEqual([
      body.pages.join('\n\n'),
      'report.pdf',
      'application/pdf',
    ]);
    const asJob = await sdk.responseOf('/v1/documents/parse', request);
    expect(parseAs(ParseResponse, asJob)).toEqual({ document, ...body });
  });

  it('parses tables into the format it asks for, HTML unless it does', async () => {
    const tableAs = async (table_parsing_format?: string): Promise<string> => {
      const asked = table_parsing_format === undefined ? {} : { table_parsing_format };
      const { text } = readAs(await sdk.parse({ document: webPage, ...asked }), 200, ParseResponse);
      const lead = '# Fees\n\nSee [all fees](https://example.org/fees).\n\n';
      expect(text.slice(0, lead.length)).toBe(lead);
      return text.slice(lead.length);
    };
    const html = [
      '<table>',
      '<thead>',
      '<tr><th>Boat</th><th>Fee</th></tr>',
      '</thead>',
      '<tbody>',
      '<tr><td>Aurora &amp; Co</td><td>12.50</td></tr>',
      '</tbody>',
      '</table>',
    ].join('\n');
    expect([await tableAs(), await tableAs('html')]).toEqual([html, html]);
    expect(await tableAs('markdown')).toBe('| Boat | Fee |\n| --- | --- |\n| Aurora & Co | 12.50 |');
    expect(await tableAs('json')).toBe('```json\n[\n  {"Boat": "Aurora & Co", "Fee": "12.50"}\n]\n```');
    expect(await tableAs('yaml')).toBe('```yaml\n- Boat: Aurora & Co\n  Fee: "12.50"\n```');
  });

  it('generates a schema at once and as a job, and extracts with it', async () => {
    const documents = [4, 5].map((index) => mimeData(invoiceText(index)));
    const request = { documents, model: 'retab-small', reasoning_effort: 'minimal' };
    const body = readAs(await sdk.generateSchema(request), 200, SchemaResponse);
    expect(body.json_schema).toMatchObject({
      type: 'object',
      properties: {
        invoice_number: { type: 'string', 'x-examples': [invoiceNumber(4), invoiceNumber(5)] },
        total_gross: { type: 'number' },
      },
      required: expect.arrayContaining(['invoice_number', 'total_gross']),
      additionalProperties: false,
    });
    const asJob = await sdk.responseOf('/v1/schemas/generate', request);
    expect(parseAs(SchemaResponse, asJob).json_schema).toEqual(body.json_schema);

    const extracted = await sdk.extract({
      document: documents[0],
      json_schema: body.json_schema,
      model: 'retab-small',
    });
    const { choices } = readAs(extracted, 200, wire.Completion);
    expect(choices[0]?.message.parsed).toMatchObject({ invoice_number: invoiceNumber(4), total_gross: 119 });
  });

  it('generates a schema of what its instructions name, and is told where there is nothing to make one of', async () => {
    const bare = mimeData({ filename: 'aye.txt', mediaType: 'text/plain', bytes: new TextEncoder().encode('aye aye') });
    const instructions = 'the boat name and the arrival date';
    const { json_schema } = readAs(await sdk.generateSchema({ documents: [bare], instructions }), 200, SchemaResponse);
    expect(json_schema.properties).toMatchObject({
      boat_name: { type: 'string' },
      arrival_date: { type: 'string', format: 'date' },
    });
    const { status, error } = await sdk.run('/v1/schemas/generate', { documents: [bare] });
    expect([status, error?.message]).toEqual(['failed', expect.stringContaining('aye.txt: no field')]);
  });

  it('is told which field of a parse or of a schema to be generated is wrong', async () => {
    const many = Array.from({ length: 11 }, () => webPage);
    const wrong = [
      ['/v1/documents/parse', {}, 'document'],
      ['/v1/documents/parse', { document: webPage, table_parsing_format: 'latex' }, 'table_parsing_format'],
      ['/v1/schemas/generate', { documents: [] }, 'documents'],
      ['/v1/schemas/generate', { documents: many }, 'documents'],
      ['/v1/schemas/generate', { documents: [webPage], reasoning_effort: 'great' }, 'reasoning_effort'],
      ['/v1/schemas/generate', { documents: [webPage], image_resolution_dpi: 20 }, 'image_resolution_dpi'],
    ] as const;
    for (const [endpoint, request, field] of wrong)
      expect(refusedField(await sdk.create({ endpoint, request }))).toBe(field);
  });
});
