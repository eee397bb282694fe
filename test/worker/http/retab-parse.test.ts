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
});
