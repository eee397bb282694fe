import { describe, expect, test, vi } from 'vitest';
import { bodyLimitOf, limitBody } from '../../../src/http/body-limit';
import { readLimits } from '../../../src/jobs/limits';

const bytes = (count: number) => new Uint8Array(count).fill(65);

const streamed = (...counts: number[]): Request =>
  new Request('https://a.test/', {
    method: 'POST',
    body: new ReadableStream({
      start(controller) {
        for (const count of counts) controller.enqueue(bytes(count));
        controller.close();
      },
    }),
  });

const declared = (length: string): Request =>
  new Request('https://a.test/', { method: 'POST', body: bytes(3), headers: { 'content-length': length } });

describe('a body', () => {
  test('that declares more than the limit is refused before it is read', () => {
    expect(() => limitBody(declared('11'), 10)).toThrow(expect.objectContaining({ code: 'payload-too-large' }));
  });

  test('that declares the limit is passed on as it is', () => {
    const request = declared('10');
    expect(limitBody(request, 10)).toBe(request);
  });

  test('that declares nothing is passed on up to the limit', async () => {
    expect((await limitBody(streamed(4, 6), 10).arrayBuffer()).byteLength).toBe(10);
  });

  test('that declares nothing is refused once it grows past the limit', async () => {
    await expect(limitBody(streamed(4, 7), 10).arrayBuffer()).rejects.toMatchObject({ code: 'payload-too-large' });
  });

  test('that declares nothing is taken in to its end before it is refused, so that its connection stays good', async () => {
    let sent = 0;
    const cancel = vi.fn();
    const endless = (chunks: number) =>
      new Request('https://a.test/', {
        method: 'POST',
        body: new ReadableStream({
          pull(controller) {
            if (sent++ < chunks) controller.enqueue(bytes(1));
            else controller.close();
          },
          cancel,
        }),
      });
    await expect(limitBody(endless(25), 10).arrayBuffer()).rejects.toMatchObject({ code: 'payload-too-large' });
    expect([sent, cancel.mock.calls.length]).toEqual([26, 0]);

    await expect(limitBody(endless(1_000_000), 10).arrayBuffer()).rejects.toMatchObject({ code: 'payload-too-large' });
    expect(sent).toBeLessThan(100);
    expect(cancel).toHaveBeenCalledOnce();
  });

  test('that is not there needs no look', () => {
    const request = new Request('https://a.test/');
    expect(limitBody(request, 0)).toBe(request);
  });
});

const MIB = 1024 * 1024;
const LIMITS = readLimits({ DOCUMENT_MIB: '3', JSON_MIB: '5', JSON_WITH_DOCUMENTS_MIB: '7' });

test.each([
  ['application/json', false, false, 5],
  ['application/json', true, false, 7],
  ['application/octet-stream', false, false, 5],
  ['application/json; note="multipart/form-data"', false, false, 5],
  [null, false, false, 5],
  ['multipart/form-data; boundary=x', false, false, 4],
  ['Multipart/Form-Data; boundary=x', true, false, 4],
  ['application/octet-stream', false, true, 4],
  [null, false, true, 4],
])('a body of type %o, documents in JSON: %o, by a secret link: %o, may have %i MiB', (type, inJson, isOpen, limit) => {
  const headers = new Headers(type === null ? {} : { 'content-type': type });
  expect(bodyLimitOf(headers, LIMITS, { hasDocumentsInJson: inJson }, isOpen)).toBe(limit * MIB);
});
