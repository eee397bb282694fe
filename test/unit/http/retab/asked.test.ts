import { describe, expect, test } from 'vitest';
import { askedIn, restored, toAsked } from '../../../../src/http/retab/asked';
import { readMimeData } from '../../../../src/http/retab/mime-data';
import { JobError } from '../../../../src/jobs/errors';

const bytes = new TextEncoder().encode('Rechnung Nr. 7');
const TEXT = btoa('Rechnung Nr. 7');

describe('a document in a data URL', () => {
  test.each([
    ['data:text/plain;base64,', true],
    ['data:text/plain;charset=utf-8;base64,', true],
    ['DATA:application/vnd.ms-excel;BASE64,', true],
  ])('behind "%s" is its bytes', (head, isCanonical) => {
    expect(readMimeData(head + TEXT)).toEqual({ bytes, head, isCanonical });
  });

  test.each([
    ['with a line break', `${TEXT.slice(0, 8)}\n${TEXT.slice(8)}`],
    ['without padding', TEXT.replaceAll('=', '')],
  ])('%s is its bytes, in another spelling', (_name, text) => {
    expect(readMimeData(`data:text/plain;base64,${text}`)).toMatchObject({ bytes, isCanonical: false });
  });

  test.each([
    ['', 'not a data URL; send "data:<media type>;base64,<bytes>" or an https URL'],
    [TEXT, 'not a data URL; send "data:<media type>;base64,<bytes>" or an https URL'],
    ['data:text/plain,hello', 'not a data URL; send "data:<media type>;base64,<bytes>" or an https URL'],
    ['data:;base64,YQ==', 'not a data URL; send "data:<media type>;base64,<bytes>" or an https URL'],
    [
      `data:text/plain;${'x=y;'.repeat(200)}base64,YQ==`,
      'not a data URL; send "data:<media type>;base64,<bytes>" or an https URL',
    ],
    ['data:text/plain;base64,', 'the document is empty (0 bytes)'],
    ['data:text/plain;base64,Y', 'what follows the comma is not valid base64'],
    ['data:text/plain;base64,YQ-_', 'what follows the comma is not valid base64'],
    ['ftp://example.test/a.pdf', 'not a data URL; send "data:<media type>;base64,<bytes>" or an https URL'],
    ['file:///etc/passwd', 'not a data URL; send "data:<media type>;base64,<bytes>" or an https URL'],
  ])('"%s" is refused', (url, problem) => {
    expect(() => readMimeData(url)).toThrow(
      new JobError('invalid-request', `document.url: ${problem}`, { field: 'document.url' }),
    );
  });
});

describe('a request', () => {
  const requestOf = (url: string) => ({
    extra: [null, { deep: true }],
    document: { filename: 'a.txt', url, size: 3 },
    json_schema: { type: 'object' },
    model: 'retab-small',
  });

  const cut = { head: 'data:text/plain;base64,', sha256: 'abc' };

  test('is kept without the bytes that its document tells, and given back as it was', () => {
    const request = requestOf(`data:text/plain;base64,${TEXT}`);
    const asked = toAsked(request, 'document', [cut]);
    expect(asked).toEqual({
      form: 'retab/2',
      body: { request: requestOf('data:text/plain;base64,'), documentsAt: 'document', cut: ['abc'] },
    });
    const kept = askedIn(asked);
    const back = kept && restored(kept, new Map([['abc', bytes]]));
    expect(back).toEqual(request);
    expect(Object.keys(back ?? {})).toEqual(Object.keys(request));
  });

  test('of several documents is kept without the bytes of each that tells them, in its place', () => {
    const [first, second] = [bytes, new TextEncoder().encode('B')];
    const request = {
      documents: [
        { filename: 'a.txt', url: `data:text/plain;base64,${TEXT}` },
        { id: 'stored' },
        { filename: 'b.txt', url: 'data:text/plain;base64, Qg==' },
        { filename: 'c.txt', url: 'data:text/plain;base64,Qg==' },
      ],
    };
    const asked = toAsked(request, 'documents', [cut, null, null, { ...cut, sha256: 'def' }]);
    expect(JSON.stringify(asked)).not.toContain(TEXT);
    const kept = askedIn(asked);
    expect(
      kept &&
        restored(
          kept,
          new Map([
            ['abc', first],
            ['def', second],
          ]),
        ),
    ).toEqual(request);
    expect(kept && restored(kept, new Map([['abc', first]]))).toBeNull();
  });

  test('whose bytes could not be spelt again, or that brings none, is kept whole', () => {
    const spaced = requestOf(`data:text/plain;base64, ${TEXT}`);
    expect(askedIn(toAsked(spaced, 'document', [null]))).toEqual({
      request: spaced,
      documentsAt: 'document',
      cut: [null],
    });
  });

  test('of another dialect is none', () => {
    expect(askedIn(null)).toBeNull();
    expect(askedIn({ form: 'other/1', body: { request: {} } })).toBeNull();
  });

  test('nested so deep that it could not be written again is refused', () => {
    const nested = (levels: number) => JSON.parse(`{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`);
    expect(toAsked(nested(200), 'document', []).body.cut).toEqual([]);
    expect(() => toAsked(nested(100_000), 'document', [])).toThrow('request: nested deeper than 200 levels');
  });

  test('with a number that would be given back as null is refused', () => {
    const holding = (number: string) => JSON.parse(`{"a":[{"b":${number}}]}`);
    expect(toAsked(holding('1e308'), 'document', []).body.request).toEqual(holding('1e308'));
    expect(() => toAsked(holding('-1e400'), 'document', [])).toThrow('request: holds a number too large to be kept');
  });
});
