import { PDFDocument, StandardFonts } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { SplitUp } from '../../../src/http/retab/split-wire';
import { toBase64 } from '../../../src/jobs/base64';
import { newRetabClient, untilEnded } from './retab-client';

const PATH = '/v1/documents/split';

/** A page as its first line, set large, and its further ones. */
type Print = readonly [heading: string, ...lines: string[]];

const bill = (number: string, page: string, ...lines: string[]): Print => [
  `Invoice ${page}`,
  'Ostrava Pump Works Ltd',
  `Invoice number: ${number}`,
  ...lines,
];

const BUNDLE: readonly Print[] = [
  bill('OP-311', 'Page 1 of 2', 'Bill to: Mill Lane Dairy', 'Impeller   2   80.00', 'Carried forward 80.00'),
  bill('OP-311', 'Page 2 of 2', 'Gasket   4   5.00', 'Amount due: 100.00'),
  bill('OP-312', 'Page 1 of 1', 'Bill to: Mill Lane Dairy', 'Valve   1   40.00', 'Amount due: 40.00'),
  ['Delivery note', 'Fen Haulage', 'Delivered to: Mill Lane Dairy', 'Number of packages: 3', 'Received by: T. Moss'],
  ['Passport', 'Nationality: Utopian', 'Place of birth: Amaurote', 'Date of expiry: 2031-05-05', 'Surname: More'],
];

async function bundle(): Promise<{ filename: string; url: string }> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const [heading, ...lines] of BUNDLE) {
    const page = pdf.addPage([595, 842]);
    page.drawText(heading, { x: 60, y: 770, size: 20, font });
    for (const [order, line] of lines.entries()) page.drawText(line, { x: 60, y: 720 - order * 24, size: 11, font });
  }
  return { filename: 'post.pdf', url: `data:application/pdf;base64,${toBase64(await pdf.save())}` };
}

const subdocuments = [
  { name: 'invoice', description: 'Bills of suppliers', partition_key: 'invoice number' },
  { name: 'delivery_note', description: '' },
  { name: 'contract', description: 'Agreements that were signed' },
];

describe('a split', () => {
  test('as a job and straight away finds the pages of each kind, and tells documents of one kind apart by their key', async () => {
    const client = await newRetabClient();
    const request = { document: await bundle(), subdocuments };
    const { body: made } = await client.call<{ id: string }>('POST', '/v1/jobs', { json: { endpoint: PATH, request } });
    const ended = await untilEnded(client, made.id);
    expect([ended.endpoint, ended.status]).toEqual([PATH, 'completed']);
    const body = SplitUp.parse(ended.response?.body);
    const whole = { first_page_y_start: 0, last_page_y_end: 1 };
    const alone = { likelihood: null, votes: [] };
    expect(body).toEqual({
      splits: [
        {
          name: 'invoice',
          pages: [1, 2, 3],
          ...alone,
          partitions: [
            { key: 'OP-311', pages: [1, 2], ...whole },
            { key: 'OP-312', pages: [3], ...whole },
          ],
        },
        { name: 'delivery_note', pages: [4], ...alone, partitions: [] },
        { name: 'contract', pages: [], ...alone, partitions: [] },
      ],
      usage: { credits: 0, page_count: 5 },
      warnings: [],
    });
    const { status, body: now } = await client.call('POST', PATH, { json: request });
    expect([status, now]).toEqual([200, body]);
  });

  test('by several readings has a vote of each for every kind, and how far they agree', async () => {
    const client = await newRetabClient();
    const { body } = await client.call('POST', PATH, {
      json: { document: await bundle(), subdocuments, n_consensus: 3 },
    });
    const { splits } = SplitUp.parse(body);
    expect(splits.map(({ name, votes }) => [name, votes.length])).toEqual([
      ['invoice', 3],
      ['delivery_note', 3],
      ['contract', 3],
    ]);
    for (const { likelihood, pages, votes } of splits) {
      const isAgreed = votes.every((vote) => String(vote.pages) === String(pages));
      expect(isAgreed ? likelihood === 1 : Number(likelihood) < 1).toBe(true);
    }
  });
});

describe('a split that is asked for wrongly', () => {
  test.each([
    ['no subdocuments', { subdocuments: undefined }, 'subdocuments', 'must be a list'],
    ['an empty list of them', { subdocuments: [] }, 'subdocuments', 'is empty; name the documents to look for'],
    [
      'one name twice',
      { subdocuments: [{ name: 'a' }, { name: 'a', description: 'another' }] },
      'subdocuments[1].name',
      '"a" stands twice',
    ],
    [
      '10,000 of them',
      { subdocuments: Array.from({ length: 10_000 }, (_, index) => ({ name: `d${index}` })) },
      'subdocuments',
      'at most 1000',
    ],
    [
      'a key that is no text',
      { subdocuments: [{ name: 'a', partition_key: 7 }] },
      'subdocuments[0].partition_key',
      'must be text',
    ],
    [
      'a key past all measure',
      { subdocuments: [{ name: 'a', partition_key: 'x'.repeat(501) }] },
      'subdocuments[0].partition_key',
      'at most 500 characters',
    ],
    ['no reading', { n_consensus: 0 }, 'n_consensus', 'must be 1 to 8'],
  ])('%s is refused with the field named', async (_, changes, field, problem) => {
    const client = await newRetabClient();
    const request = { document: { filename: 'a.txt', url: 'data:text/plain;base64,QQ==' }, subdocuments, ...changes };
    const refused = { detail: { code: 'invalid_request', message: `${field}: ${problem}`, details: { field } } };
    const now = await client.call('POST', PATH, { json: request });
    const job = await client.call('POST', '/v1/jobs', { json: { endpoint: PATH, request } });
    expect([now.status, now.body, job.status, job.body]).toEqual([422, refused, 422, refused]);
  });
});
