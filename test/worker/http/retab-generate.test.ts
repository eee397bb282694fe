import { describe, expect, test } from 'vitest';
import { Generated } from '../../../src/http/retab/generate-wire';
import { normaliseSchema } from '../../../src/schema/normalise';
import { newRetabClient, untilEnded } from './retab-client';

const textFile = (filename: string, text: string) => ({ filename, url: `data:text/plain;base64,${btoa(text)}` });

const BERTH = textFile('berth.txt', 'Berth note\n\nBoat name: Aurora\nBerth number: 12\nArrival date: 2026-05-01\n');
const OTHER = textFile('other.txt', 'Berth note\n\nBoat name: Petrel\nBerth number: 7b\nArrival date: 2026-05-03\n');
const EMPTY = textFile('empty.txt', 'aye aye\n');

const GENERATE = '/v1/schemas/generate';

/** Names and types of a schema's properties, and what stood there. */
const outlineOf = ({ json_schema }: Generated) =>
  Object.entries(json_schema.properties as Record<string, Record<string, unknown>>).map(([name, property]) => [
    name,
    property.format ?? property.type,
    property['x-examples'],
  ]);

describe('a schema generated', () => {
  test('from documents, as a job and straight away, has what they have in common, with examples', async () => {
    const client = await newRetabClient();
    const request = { documents: [BERTH, OTHER], model: 'retab-small', reasoning_effort: 'minimal' };
    const { body: made } = await client.call<{ id: string; endpoint: string }>('POST', '/v1/jobs', {
      json: { endpoint: GENERATE, request },
    });
    expect(made.endpoint).toBe(GENERATE);
    const ended = await untilEnded(client, made.id);
    expect([ended.status, ended.response?.status_code]).toEqual(['completed', 200]);
    const body = Generated.parse(ended.response?.body);
    expect(outlineOf(body)).toEqual([
      ['boat_name', 'string', ['Aurora', 'Petrel']],
      ['berth_number', 'string', ['12', '7b']],
      ['arrival_date', 'date', ['2026-05-01', '2026-05-03']],
    ]);
    expect(normaliseSchema(body.json_schema)).toMatchObject({ ok: true });
    expect([body.object, body.strict, body.usage]).toEqual(['schema', true, { credits: 0, page_count: 2 }]);
    const { status, body: now } = await client.call('POST', GENERATE, { json: request });
    expect([status, Generated.parse(now).json_schema]).toEqual([200, body.json_schema]);
  });

  test('has what the instructions name, whether a document has it or not', async () => {
    const client = await newRetabClient();
    const json = { documents: [BERTH, EMPTY], instructions: 'the boat name, the harbour fee and the arrival date' };
    const { body } = await client.call('POST', GENERATE, { json });
    expect(outlineOf(Generated.parse(body))).toEqual([
      ['boat_name', 'string', ['Aurora']],
      ['harbour_fee', 'number', undefined],
      ['arrival_date', 'date', ['2026-05-01']],
    ]);
  });

  test('leaves out a document in which nothing is recognised, and says so', async () => {
    const client = await newRetabClient();
    const { body } = await client.call('POST', GENERATE, { json: { documents: [EMPTY, BERTH] } });
    const generated = Generated.parse(body);
    expect(outlineOf(generated).map(([name]) => name)).toEqual(['boat_name', 'berth_number', 'arrival_date']);
    expect(generated.warnings).toEqual([
      {
        code: 'document_left_out',
        message: expect.stringContaining('empty.txt: no field'),
        details: { filename: 'empty.txt' },
      },
    ]);
  });

  test('fails where nothing is recognised and nothing asked for, saying what would help', async () => {
    const client = await newRetabClient();
    const request = { documents: [EMPTY] };
    const { body: made } = await client.call<{ id: string }>('POST', '/v1/jobs', {
      json: { endpoint: GENERATE, request },
    });
    expect(await untilEnded(client, made.id)).toMatchObject({
      status: 'failed',
      error: { message: expect.stringContaining('say in the instructions what to extract') },
    });
    const { status } = await client.call('POST', GENERATE, { json: request });
    expect(status).toBeGreaterThanOrEqual(400);
  });

  test.each([
    ['no documents', {}, 'documents'],
    ['an empty list of them', { documents: [] }, 'documents'],
    ['eleven of them', { documents: Array.from({ length: 11 }, () => BERTH) }, 'documents'],
    ['one without a url', { documents: [BERTH, { filename: 'a.txt' }] }, 'documents'],
    ['an effort that is none', { documents: [BERTH], reasoning_effort: 'great' }, 'reasoning_effort'],
    ['pixels beyond measure', { documents: [BERTH], image_resolution_dpi: 9000 }, 'image_resolution_dpi'],
  ])('of %s is refused as a job and straight away, naming it', async (_, request, field) => {
    const client = await newRetabClient();
    for (const [path, json] of [
      [GENERATE, request],
      ['/v1/jobs', { endpoint: GENERATE, request }],
    ] as const) {
      const { status, body } = await client.call<{ detail: { message: string } }>('POST', path, { json });
      expect([path, status, body.detail.message]).toEqual([path, 422, expect.stringContaining(field)]);
    }
  });
});
