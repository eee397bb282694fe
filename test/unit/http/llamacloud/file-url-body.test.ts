import { describe, expect, test } from 'vitest';
import { FileFromUrlBody } from '../../../../src/http/llamacloud/file-wire';
import { toFetchDocument } from '../../../../src/http/llamacloud/to-fetch-document';

const read = (body: unknown) => toFetchDocument(FileFromUrlBody.parse(body));
const URL_ASKED = 'https://files.example/a.pdf';

describe('A file at a URL', () => {
  test('is asked for as the request says', () => {
    expect(read({ url: URL_ASKED })).toEqual({
      url: URL_ASKED,
      field: 'url',
      filename: null,
      headers: {},
      followsRedirects: true,
    });
    const headers = { authorization: 'Bearer t' };
    expect(read({ url: URL_ASKED, name: 'b.pdf', request_headers: headers, follow_redirects: false })).toMatchObject({
      filename: 'b.pdf',
      headers,
      followsRedirects: false,
    });
  });

  test.each([
    [{ proxy_url: 'https://proxy.example' }, 'proxy_url: this server fetches files without a proxy'],
    [{ request_headers: { host: 'b' } }, 'request_headers: host is set by this server'],
    [{ request_headers: { range: 'bytes=0-1' } }, 'request_headers: range is set by this server'],
    [{ request_headers: { 'x-a': 'b\r\nc: d' } }, 'request_headers: x-a has line breaks'],
  ])('is not asked for with %j', (asked, message) => {
    expect(() => read({ url: URL_ASKED, ...asked })).toThrow(message);
  });
});
