/** That what stands in for Talonic's SDKs writes what they write: https://github.com/talonicdev. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoiceText } from '../support/documents';
import { type RequestMirror, startRequestMirror } from '../support/request-mirror';
import { type TalonicSdk, talonicNode, talonicPython } from '../support/talonic-sdk';
import { tapWire } from '../support/wire-tap';

const SHAPE = { type: 'object', properties: { a: { type: 'string' } } };
const COMPLETED = { ...SHAPE, required: ['a'] };

let mirror: RequestMirror;
beforeAll(async () => {
  mirror = await startRequestMirror();
});
afterAll(() => mirror?.close());

/** The parts of a form, each from its disposition on. */
const partsOf = ({ headers, body }: ReturnType<RequestMirror['last']>): string[] => {
  const boundary = headers['content-type']?.split('boundary=')[1] ?? '';
  return body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => part.trim().replaceAll('\r\n', '\n'));
};

describe('What stands in for Talonic for Node', () => {
  let sdk: TalonicSdk;
  beforeAll(() => {
    sdk = talonicNode(tapWire(), `${mirror.url}/prefix/`, 'k');
  });

  it('sends neither a body nor a content type where there is nothing to say', async () => {
    await sdk.send('POST', '/v1/jobs/1/cancel');
    const { line, headers } = mirror.last();
    expect(line).toBe('POST /prefix/v1/jobs/1/cancel');
    expect(headers).toMatchObject({
      authorization: 'Bearer k',
      'user-agent': 'talonic-node/0.1.24',
      accept: 'application/json',
      'accept-language': '*',
      'sec-fetch-mode': 'cors',
      'content-length': '0',
    });
    expect(headers['content-type']).toBeUndefined();
  });

  it('leaves out what is unset, and escapes the rest', async () => {
    await sdk.get('/v1/jobs', { cursor: 'a=b&c', limit: undefined, status: null, page: 1 });
    expect(mirror.last().line).toBe('GET /prefix/v1/jobs?cursor=a%3Db%26c&page=1');
  });

  it('sends a file first, then the rest as text', async () => {
    await sdk.extractFile(invoiceText(1), { schema: SHAPE, include_markdown: true, options: { strict: true } });
    const [file, ...rest] = partsOf(mirror.last());
    expect(file).toMatch(
      /^Content-Disposition: form-data; name="file"; filename="invoice-1.txt"\nContent-Type: text\/plain\n\n/,
    );
    expect(rest).toEqual([
      `Content-Disposition: form-data; name="schema"\n\n${JSON.stringify(COMPLETED)}`,
      'Content-Disposition: form-data; name="include_markdown"\n\ntrue',
      'Content-Disposition: form-data; name="options"\n\n{"strict":true}',
    ]);
  });
});

describe('What stands in for Talonic for Python', () => {
  let sdk: TalonicSdk;
  beforeAll(() => {
    sdk = talonicPython(mirror.url, 'k');
  });

  it('sends the fields first, with a capital for what is true, then the file', async () => {
    await sdk.extractFile(invoiceText(1), { schema: SHAPE, include_provenance: true });
    const { headers } = mirror.last();
    expect(headers).toMatchObject({
      authorization: 'Bearer k',
      'user-agent': 'talonic-python/0.1.0 httpx/0.28.1',
      accept: 'application/json',
    });
    const schema = '{"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"]}';
    const [first, second, file] = partsOf(mirror.last());
    expect(first).toBe(`Content-Disposition: form-data; name="schema"\n\n${schema}`);
    expect(second).toBe('Content-Disposition: form-data; name="include_provenance"\n\nTrue');
    expect(file).toContain('name="file"; filename="invoice-1.txt"\nContent-Type: text/plain');
  });

  it('sends a stored document as JSON', async () => {
    await sdk.extractDocument('d', { schema_id: 's' });
    expect(mirror.last()).toMatchObject({
      line: 'POST /v1/extract',
      headers: { 'content-type': 'application/json' },
      body: '{"schema_id":"s","document_id":"d"}',
    });
  });
});
