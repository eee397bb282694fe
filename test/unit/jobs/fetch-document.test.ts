import { describe, expect, test } from 'vitest';
import { JobError } from '../../../src/jobs/errors';
import { type FetchDocument, fetchDocument } from '../../../src/jobs/fetch-document';
import { STANDARD_LIMITS } from '../../../src/jobs/limits';
import type { DocumentAddress, FetchedDocument, FetchFailure } from '../../../src/jobs/web/document-host';
import { sniffMediaType } from '../../../src/parsers/media-type';

const URL_ASKED = 'https://files.example:8443/in/invoice.pdf';
const PDF = '%PDF-1.7';
const PAGE = '<!doctype html><title>Are you human?</title>';

const reader = {
  mediaType: sniffMediaType,
  parserVersion: '',
  refuseUnsupported: () => undefined,
  async *parse() {},
};

function fetching(answer: Partial<FetchedDocument> | FetchFailure, asked: Partial<FetchDocument> = {}) {
  const addresses: DocumentAddress[] = [];
  const got = { ok: true, bytes: bytesOf(PDF), mediaType: null, disposition: null, ...answer };
  const documentHosts = {
    get: async (address: DocumentAddress) => {
      addresses.push(address);
      // A failure brings its own `ok` and has none of the rest looked at.
      return got as FetchedDocument | FetchFailure;
    },
  };
  const document = fetchDocument(
    { documentHosts, reader, settings: { limits: STANDARD_LIMITS } },
    { url: URL_ASKED, field: 'file_url', filename: null, ...asked },
  );
  return { document, addresses };
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('A document from a host', () => {
  test('is called as its host says, unless the caller says otherwise', async () => {
    expect(await fetching({}).document).toEqual({ filename: 'invoice.pdf', bytes: bytesOf(PDF) });
    expect((await fetching({ disposition: 'inline; filename="a.pdf"' }).document).filename).toBe('a.pdf');
    expect((await fetching({}, { filename: ' mine.pdf ' }).document).filename).toBe('mine.pdf');
  });

  test('is asked for with what the caller wants sent', async () => {
    const { addresses } = fetching({}, { headers: { 'x-a': 'b' }, followsRedirects: false });
    expect(addresses).toEqual([
      { url: URL_ASKED, headers: { 'x-a': 'b' }, followsRedirects: false, maxBytes: 32 * 1024 * 1024 },
    ]);
  });

  test('is taken for what its bytes say, whatever its host says', async () => {
    expect((await fetching({ mediaType: 'text/html' }).document).bytes).toEqual(bytesOf(PDF));
  });

  test.each([
    [{ bytes: bytesOf(PAGE), mediaType: 'text/html' }, {}],
    [{ bytes: bytesOf(PAGE), mediaType: 'application/pdf' }, {}],
    [{ bytes: bytesOf('Log in first'), mediaType: 'text/html' }, {}],
    [{ bytes: bytesOf(PAGE) }, { url: 'https://files.example:8443/get?id=7' }],
    [{ bytes: bytesOf(PAGE), disposition: 'inline; filename=login.html' }, {}],
  ])('that is a page is refused: %j', async (answer, asked) => {
    const refused = fetching(answer, asked).document;
    await expect(refused).rejects.toThrow('file_url: files.example:8443 sent an HTML page, not a document');
    await expect(refused).rejects.toMatchObject({ code: 'unsupported-document', details: { field: 'file_url' } });
  });

  test('that is asked for as a page may be one', async () => {
    const page = { bytes: bytesOf(PAGE), mediaType: 'text/html' };
    expect((await fetching(page, { url: 'https://files.example/about.html' }).document).filename).toBe('about.html');
    expect((await fetching(page, { filename: 'about.htm' }).document).filename).toBe('about.htm');
  });

  test('without bytes is refused', async () => {
    await expect(fetching({ bytes: new Uint8Array() }).document).rejects.toThrow(
      'file_url: files.example:8443 sent nothing (0 bytes)',
    );
  });

  test.each([
    ['refused-address', 'invalid-request'],
    ['redirect', 'invalid-request'],
    ['unresolved', 'document-unreachable'],
    ['unreachable', 'document-unreachable'],
    ['timeout', 'document-unreachable'],
    ['status', 'document-unreachable'],
    ['too-large', 'payload-too-large'],
  ] as const)('that does not come (%s) is %s, with the reason', async (problem, code) => {
    const refused = fetching({ ok: false, problem, reason: 'files.example did so' }).document;
    await expect(refused).rejects.toThrow(JobError);
    await expect(refused).rejects.toMatchObject({ code, message: 'file_url: files.example did so' });
  });
});
