import { describe, expect, test } from 'vitest';
import { Parsed } from '../../../src/http/retab/parse-wire';
import { newRetabClient, untilEnded } from './retab-client';

const TEXT = 'Packing list\n\nCrate   Weight\nA-1     12 kg\nA-2     9 kg\n';
const document = { filename: 'list.txt', url: `data:text/plain;base64,${btoa(TEXT)}` };

describe('a parse', () => {
  test('as a job and straight away gives the text of each page, and the same', async () => {
    const client = await newRetabClient();
    const json = { endpoint: '/v1/documents/parse', request: { document, model: 'retab-small' } };
    const { body: made } = await client.call<{ id: string; endpoint: string }>('POST', '/v1/jobs', { json });
    expect(made.endpoint).toBe('/v1/documents/parse');
    const ended = await untilEnded(client, made.id);
    expect([ended.status, ended.endpoint]).toEqual(['completed', '/v1/documents/parse']);
    const body = Parsed.parse(ended.response?.body);
    expect(body).toMatchObject({
      document: { filename: 'list.txt', mime_type: 'text/plain' },
      usage: { credits: 0, page_count: 1 },
      pages: [expect.stringContaining('Packing list')],
    });
    expect(body.text).toBe(body.pages.join('\n\n'));
    const { status, body: now } = await client.call('POST', '/v1/documents/parse', { json: { document } });
    expect([status, { ...Parsed.parse(now), document: null }]).toEqual([
      200,
      { ...body, warnings: [], document: null },
    ]);
  });

  test('of a document that was extracted and corrected leaves both as they were, and is read in every dialect', async () => {
    const client = await newRetabClient();
    const extraction = { document, json_schema: { type: 'object', properties: { crate: { type: 'string' } } } };
    const { status } = await client.call('POST', '/v1/documents/extract', { json: extraction });
    expect(status).toBe(200);
    const listed = () => client.account.call<{ data: { id: string }[] }>('GET', '/talonic/v1/extractions');
    const [first, ...more] = (await listed()).body.data;
    expect(more).toEqual([]);
    const corrected = await client.account.call('PATCH', `/talonic/v1/extractions/${first?.id}/data`, {
      json: { corrections: [{ field: 'crate', value: 'A-7' }] },
    });
    expect(corrected.status).toBe(200);
    const json = { endpoint: '/v1/documents/parse', request: { document } };
    const { body: made } = await client.call<{ id: string }>('POST', '/v1/jobs', { json });
    expect((await untilEnded(client, made.id)).status).toBe('completed');
    expect((await listed()).body.data.map(({ id }) => id)).toEqual([first?.id]);
    const { body: results } = await client.account.call<{ data: { values: unknown }[] }>(
      'GET',
      `/talonic/v1/jobs/${made.id}/results`,
    );
    expect(results.data.map(({ values }) => values)).toEqual([{ pages: [expect.stringContaining('Packing list')] }]);
    const { status: seen } = await client.account.call('GET', `/llamacloud/api/v1/extraction/jobs/${made.id}`);
    expect(seen).toBe(200);
  });
});
