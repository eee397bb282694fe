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
    ['', 'not a data URL; send "data:<media type>;base64,<bytes>"'],
    [TEXT, 'not a data URL; send "data:<media type>;base64,<bytes>"'],
    ['data:text/plain,hello', 'not a data URL; send "data:<media type>;base64,<bytes>"'],
    ['data:;base64,YQ==', 'not a data URL; send "data:<media type>;base64,<bytes>"'],
    [`data:text/plain;${'x=y;'.repeat(200)}base64,YQ==`, 'not a data URL; send "data:<media type>;base64,<bytes>"'],
    ['data:text/plain;base64,', 'the document is empty (0 bytes)'],
    ['data:text/plain;base64,Y', 'what follows the comma is not valid base64'],
    ['data:text/plain;base64,YQ-_', 'what follows the comma is not valid base64'],
    ['https://example.test/a.pdf', 'this server fetches nothing; send the document as a data URL'],
    ['HTTP://127.0.0.1/', 'this server fetches nothing; send the document as a data URL'],
    ['file:///etc/passwd', 'not a data URL; send "data:<media type>;base64,<bytes>"'],
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

  test('is kept without the bytes that its document tells, and given back as it was', () => {
    const request = requestOf(`data:text/plain;base64,${TEXT}`);
    const asked = toAsked(request, readMimeData(request.document.url));
    expect(asked).toEqual({ form: 'retab/1', body: { request: requestOf('data:text/plain;base64,'), isCut: true } });
    const kept = askedIn(asked);
    expect(kept?.isCut).toBe(true);
    const back = restored(kept?.request ?? {}, bytes);
    expect(back).toEqual(request);
    expect(Object.keys(back)).toEqual(Object.keys(request));
  });

  test('whose bytes could not be spelt again, or that brings none, is kept whole', () => {
    const spaced = requestOf(`data:text/plain;base64, ${TEXT}`);
    const whole = { request: spaced, isCut: false };
    expect(toAsked(spaced, readMimeData(spaced.document.url)).body).toEqual(whole);
    expect(askedIn(toAsked(spaced, null))).toEqual(whole);
  });

  test('of another dialect is none', () => {
    expect(askedIn(null)).toBeNull();
    expect(askedIn({ form: 'other/1', body: { request: {} } })).toBeNull();
  });

  test('nested so deep that it could not be written again is refused', () => {
    const nested = (levels: number) => JSON.parse(`{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`);
    expect(toAsked(nested(200), null).body.isCut).toBe(false);
    expect(() => toAsked(nested(100_000), null)).toThrow('request: nested deeper than 200 levels');
  });

  test('with a number that would be given back as null is refused', () => {
    const holding = (number: string) => JSON.parse(`{"a":[{"b":${number}}]}`);
    expect(toAsked(holding('1e308'), null).body.request).toEqual(holding('1e308'));
    expect(() => toAsked(holding('-1e400'), null)).toThrow('request: holds a number too large to be kept');
  });
});
