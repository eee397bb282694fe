import { describe, expect, test } from 'vitest';
import { readExtractRequest as readRequest } from '../../../../src/http/talonic/extract-request';
import { toExtract } from '../../../../src/http/talonic/to-command';
import { NO_TRAITS } from '../../../../src/jobs/create-job';
import { STANDARD_LIMITS } from '../../../../src/jobs/limits';
import { PLAIN_READING } from '../../../../src/jobs/request';

const readExtractRequest = (request: Request) =>
  readRequest(request, { ports: { settings: { limits: STANDARD_LIMITS } } });
const ID = '00000000-0000-4000-8000-000000000000';
const file = () => new File([new Uint8Array([1, 2])], 'Ä.pdf');

function multipart(parts: readonly (readonly [string, string | File])[]): Request {
  const form = new FormData();
  for (const [name, part] of parts) form.append(name, part);
  return new Request('https://a.test/', { method: 'POST', body: form });
}

const json = (body: unknown): Request => new Request('https://a.test/', { method: 'POST', body: JSON.stringify(body) });

const refused = (message: string) => expect.objectContaining({ code: 'invalid-request', message });

describe('a request to extract', () => {
  test('brings its parts in any order', async () => {
    const parts = [
      ['schema', '{"a":"string"}'],
      ['file', file()],
      ['options', '{"page_range":"2-3","async":"True","strict":true}'],
      ['include_markdown', 'True'],
      ['instructions', 'Read it well'],
    ] as const;
    for (const order of [parts, parts.toReversed()]) {
      const { source, body } = await readExtractRequest(multipart(order));
      const file = { filename: 'Ä.pdf', mediaType: 'application/octet-stream', bytes: new Uint8Array([1, 2]) };
      expect(source).toEqual({ kind: 'file', file });
      expect(body.include_markdown).toBe(true);
      expect(toExtract(body, 'k')).toEqual({
        assignment: { operation: 'extract' },
        name: null,
        schema: { kind: 'inline', definition: { a: 'string' } },
        options: { ...PLAIN_READING, instructions: 'Read it well', pages: [2, 3] },
        priority: 'normal',
        ...NO_TRAITS,
        idempotencyKey: 'k',
        joinsSame: true,
        asked: null,
      });
    }
  });

  test('is JSON as well, with a schema as an object or as text', async () => {
    for (const schema of [{ a: 'string' }, '{"a":"string"}']) {
      const { source, body } = await readExtractRequest(json({ document_id: ID, schema, options: null }));
      expect(source).toEqual({ kind: 'document', id: ID });
      expect(toExtract(body, null)).toEqual({
        assignment: { operation: 'extract' },
        name: null,
        schema: { kind: 'inline', definition: { a: 'string' } },
        options: PLAIN_READING,
        priority: 'high',
        ...NO_TRAITS,
        idempotencyKey: null,
        joinsSame: true,
        asked: null,
      });
    }
    const { body } = await readExtractRequest(json({ document_id: ID, schema_id: 'sch-1a2b3c4d', schema: null }));
    expect(toExtract(body, null).schema).toEqual({ kind: 'stored', idOrShortId: 'SCH-1A2B3C4D' });
  });

  test.each([
    [true, true],
    ['true', true],
    ['True', true],
    ['1', true],
    [1, true],
    [false, false],
    ['false', false],
    ['False', false],
    ['0', false],
    ['', false],
    [null, null],
  ])('takes %o for %o', async (given, read) => {
    const { body } = await readExtractRequest(json({ document_id: ID, include_markdown: given, schema: {} }));
    expect(body.include_markdown).toBe(read);
  });

  test.each([
    [{}, 'Send exactly one of file, document_id and file_url; none came.'],
    [{ document_id: ID, file_url: 'https://a.test' }, 'Send exactly one of file, document_id and file_url; 2 came.'],
    [{ document_id: 'x' }, 'document_id: must be a UUID'],
    [{ document_id: ID, schema: { a: 'string' }, schema_id: ID }, 'schema: send either schema or schema_id'],
    [{ document_id: ID, options: '{' }, 'options is not valid JSON.'],
  ])('as %o is refused', async (body, message) => {
    await expect(readExtractRequest(json(body))).rejects.toThrow(refused(message));
  });

  test('may say where the document lies', async () => {
    const { source } = await readExtractRequest(json({ file_url: 'https://a.test/b.pdf', schema: {} }));
    expect(source).toEqual({ kind: 'url', url: 'https://a.test/b.pdf' });
  });

  test('with a file sent as text is refused', async () => {
    const request = multipart([['file', 'hello']]);
    await expect(readExtractRequest(request)).rejects.toThrow(
      refused('file: sent as text; send it as a file, with a filename'),
    );
  });

  test('with two files is refused, so that neither is passed over', async () => {
    const request = multipart([
      ['file', new File(['x'], 'a.txt')],
      ['file', new File(['y'], 'b.txt')],
    ]);
    await expect(readExtractRequest(request)).rejects.toThrow(refused('file: 2 came; send one file with each request'));
  });

  test('with a filename of 501 characters is refused', async () => {
    const request = multipart([['file', new File(['x'], 'x'.repeat(501))]]);
    await expect(readExtractRequest(request)).rejects.toThrow(
      refused('file: its name is longer than 500 characters; give it a shorter one'),
    );
  });

  test('without a schema asks for what the document shows', async () => {
    const { body } = await readExtractRequest(json({ document_id: ID, schema: '' }));
    expect(toExtract(body, null).schema).toEqual({ kind: 'proposed' });
  });
});
