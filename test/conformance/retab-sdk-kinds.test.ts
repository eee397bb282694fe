/** https://docs.retab.com (Split, Classify) — bundles are split and documents classified, as the SDKs ask for it. */
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoiceText, mimeData } from '../support/documents';
import { parseAs, readAs } from '../support/read-as';
import { RETAB_LANGUAGES, type RetabUser, refusedField } from '../support/retab-users';
import { type Server, startServer } from '../support/server';
import { ClassifyResponse, SplitResponse } from '../wire/retab-kinds';

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.remove());

/** Two invoices and a recipe, a page each. */
async function bundle() {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const pages = [
    ['Invoice', 'Invoice number: B-1', 'Bill to: Ida Holm', 'Amount due: 12.00'],
    ['Invoice', 'Invoice number: B-2', 'Bill to: Ida Holm', 'Amount due: 30.00'],
    ['Plum cake', 'Ingredients', 'Plums, flour, sugar', 'Preheat the oven', 'Cook time 40 minutes', 'Serves 6'],
  ];
  for (const lines of pages) {
    const page = pdf.addPage([595, 842]);
    for (const [order, line] of lines.entries())
      page.drawText(line, { x: 60, y: 780 - order * 26, size: order === 0 ? 20 : 11, font });
  }
  return mimeData({ filename: 'post.pdf', mediaType: 'application/pdf', bytes: await pdf.save() });
}

const document = mimeData(invoiceText(4));
const categories = [
  { name: 'recipe', description: 'How to cook something' },
  { name: 'invoice', description: 'Bills with a number and a total' },
];
const subdocuments = [
  { name: 'invoice', description: 'Bills of suppliers', partition_key: 'invoice number' },
  { name: 'recipe', description: 'How to cook something' },
  { name: 'contract', description: 'Signed agreements' },
];

describe.each(RETAB_LANGUAGES)('Retab for $language', ({ open }) => {
  let sdk: RetabUser;
  beforeAll(() => {
    sdk = open(server);
  });

  it('splits a bundle at once, and as a job', async () => {
    const request = { document: await bundle(), subdocuments, model: 'retab-micro', n_consensus: 2 };
    const body = readAs(await sdk.split(request), 200, SplitResponse);
    const both = { likelihood: 1, partitions: [] };
    const whole = { first_page_y_start: 0, last_page_y_end: 1 };
    expect(body.splits).toEqual([
      {
        name: 'invoice',
        pages: [1, 2],
        likelihood: 1,
        votes: [{ pages: [1, 2] }, { pages: [1, 2] }],
        partitions: [
          { key: 'B-1', pages: [1], ...whole },
          { key: 'B-2', pages: [2], ...whole },
        ],
      },
      { name: 'recipe', pages: [3], votes: [{ pages: [3] }, { pages: [3] }], ...both },
      { name: 'contract', pages: [], votes: [{ pages: [] }, { pages: [] }], ...both },
    ]);
    expect(parseAs(SplitResponse, await sdk.responseOf('/v1/documents/split', request))).toEqual(body);
  });

  it('classifies a document at once, and as a job', async () => {
    const request = { document, categories, model: 'retab-micro' };
    const body = readAs(await sdk.classify(request), 200, ClassifyResponse);
    expect([body.result.classification, body.likelihood, body.votes]).toEqual(['invoice', null, []]);
    expect(body.result.reasoning).toContain('"Invoice number" on page 1');
    expect(parseAs(ClassifyResponse, await sdk.responseOf('/v1/documents/classify', request))).toEqual(body);
    const several = readAs(await sdk.classify({ ...request, n_consensus: 3 }), 200, ClassifyResponse);
    expect([several.likelihood, several.votes.map(({ classification }) => classification)]).toEqual([
      1,
      ['invoice', 'invoice', 'invoice'],
    ]);
  });

  it('is told which field of a split or a classification is wrong', async () => {
    const many = Array.from({ length: 10_000 }, (_, index) => ({ name: `kind ${index}`, description: '' }));
    const wrong = [
      ['/v1/documents/split', { document, subdocuments: [] }, 'subdocuments'],
      ['/v1/documents/split', { document }, 'subdocuments'],
      ['/v1/documents/classify', { document, categories: [] }, 'categories'],
      ['/v1/documents/classify', { document, categories: many }, 'categories'],
    ] as const;
    for (const [endpoint, request, field] of wrong)
      expect(refusedField(await sdk.create({ endpoint, request }))).toBe(field);
  });
});
