import { describe, expect, test } from 'vitest';
import { Classified } from '../../../src/http/retab/classify-wire';
import { dataUrl, newRetabClient, untilEnded } from './retab-client';

const LETTER = 'Lieferschein Nr. 77\n\nKork & Leder KG, Hafenstr. 3\n\nAnzahl Kolli: 4\nWare erhalten: H. Brandt\n';
const document = { filename: 'scan-17.txt', url: dataUrl(LETTER) };
const categories = [
  { name: 'bill', description: 'Invoices of suppliers' },
  { name: 'goods_in', description: 'Delivery notes that come with goods' },
  { name: 'other', description: '' },
];
const PATH = '/v1/documents/classify';

describe('a classification', () => {
  test('as a job and straight away names the category and quotes what it was seen by, and both say the same', async () => {
    const client = await newRetabClient();
    const request = { document, categories };
    const json = { endpoint: PATH, request };
    const { body: made } = await client.call<{ id: string; endpoint: string }>('POST', '/v1/jobs', { json });
    const ended = await untilEnded(client, made.id);
    expect([made.endpoint, ended.endpoint, ended.status]).toEqual([PATH, PATH, 'completed']);
    const body = Classified.parse(ended.response?.body);
    expect(body).toEqual({
      result: { classification: 'goods_in', reasoning: expect.stringContaining('"Lieferschein" heads page 1') },
      likelihood: null,
      votes: [],
      usage: { credits: 0, page_count: 1 },
      warnings: [],
    });
    const { status, body: now } = await client.call('POST', PATH, { json: request });
    expect([status, now]).toEqual([200, body]);
  });

  test('by several readings has a vote of each, and their share as its likelihood', async () => {
    const client = await newRetabClient();
    const json = { document, categories, n_consensus: 4 };
    const { body } = await client.call('POST', PATH, { json });
    const { result, likelihood, votes } = Classified.parse(body);
    expect(votes.length).toBe(4);
    expect(likelihood).toBe(votes.filter((vote) => vote.classification === result.classification).length / 4);
  });

  test('looks at the first pages alone where it is told to', async () => {
    const client = await newRetabClient();
    const long = { filename: 'two.txt', url: dataUrl(`${'A line that says nothing.\n'.repeat(70)}${LETTER}`) };
    const read = async (pages: number) => {
      const { body } = await client.call('POST', PATH, { json: { document: long, categories, first_n_pages: pages } });
      const { result, usage } = Classified.parse(body);
      return [result.classification, usage.page_count];
    };
    expect([await read(1), await read(9)]).toEqual([
      ['other', 1],
      ['goods_in', 2],
    ]);
  });

  test('heeds what is said of a category in the context', async () => {
    const client = await newRetabClient();
    const vague = [
      { name: 'alpha', description: '' },
      { name: 'beta', description: '' },
    ];
    const json = { document, categories: vague, context: 'Hello. A beta is a delivery note. Thank you!' };
    const { body } = await client.call('POST', PATH, { json });
    expect(Classified.parse(body).result.classification).toBe('beta');
  });
});

describe('a classification that is asked for wrongly', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => ({ name: `c${index}`, description: '' }));
  test.each([
    ['no categories', { categories: undefined }, 'categories', 'must be a list'],
    ['an empty list of them', { categories: [] }, 'categories', 'is empty; name the categories to choose from'],
    ['10,000 of them', { categories: many(10_000) }, 'categories', 'at most 1000'],
    ['one name twice', { categories: [...many(1), ...many(1)] }, 'categories[1].name', '"c0" stands twice'],
    ['a category without a name', { categories: [{ description: 'x' }] }, 'categories[0].name', 'must be text'],
    ['an empty name', { categories: [{ name: ' ' }] }, 'categories[0].name', 'is empty'],
    [
      'a description past all measure',
      { categories: [{ name: 'a', description: 'x'.repeat(5001) }] },
      'categories[0].description',
      'at most 5,000 characters',
    ],
    ['a context past all measure', { context: 'x'.repeat(20_001) }, 'context', 'at most 20,000 characters'],
    ['no page at all', { first_n_pages: 0 }, 'first_n_pages', 'must be 1 to 5000'],
    ['nine readings', { n_consensus: 9 }, 'n_consensus', 'must be 1 to 8'],
    ['no document', { document: undefined }, 'document', 'must be an object with a filename and a url'],
  ])('%s is refused with the field named', async (_, changes, field, problem) => {
    const client = await newRetabClient();
    const request = { document, categories, ...changes };
    const refused = { detail: { code: 'invalid_request', message: `${field}: ${problem}`, details: { field } } };
    const now = await client.call('POST', PATH, { json: request });
    const job = await client.call('POST', '/v1/jobs', { json: { endpoint: PATH, request } });
    expect([now.status, now.body, job.status, job.body]).toEqual([422, refused, 422, refused]);
  });

  test('1,000 categories are taken', async () => {
    const client = await newRetabClient();
    const json = { document, categories: [...many(999), { name: 'Lieferscheine' }] };
    const { body } = await client.call('POST', PATH, { json });
    expect(Classified.parse(body).result.classification).toBe('Lieferscheine');
  });
});
