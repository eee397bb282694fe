import { describe, expect, test } from 'vitest';
import { disposition, toPresignedUrl } from '../../../../src/http/llamacloud/signed-url';

describe('the name of a download', () => {
  const CASES: Readonly<Record<string, string>> = {
    'invoice 1.pdf': `attachment; filename="invoice 1.pdf"; filename*=UTF-8''invoice%201.pdf`,
    'März.pdf': `attachment; filename="M_rz.pdf"; filename*=UTF-8''M%C3%A4rz.pdf`,
    'a";x=\\1.pdf': `attachment; filename="a_;x=_1.pdf"; filename*=UTF-8''a%22%3Bx%3D_1.pdf`,
    'a\r\nSet-Cookie: b': `attachment; filename="a__Set-Cookie: b"; filename*=UTF-8''a__Set-Cookie%3A%20b`,
    "it's (1)*.txt": `attachment; filename="it's (1)*.txt"; filename*=UTF-8''it%27s%20%281%29%2A.txt`,
    '50%25.txt': `attachment; filename="50_25.txt"; filename*=UTF-8''50%2525.txt`,
    'half \ud83d.txt': `attachment; filename="half _.txt"; filename*=UTF-8''half%20%EF%BF%BD.txt`,
  };

  test.each(Object.entries(CASES))('%j is spelled so that nothing of it ends the header', (filename, header) => {
    expect(disposition(filename)).toBe(header);
    expect(new Headers({ 'content-disposition': header }).get('content-disposition')).toBe(header);
  });
});

test('a link is absolute and says when it runs out', () => {
  const opened = { token: 'secret', documentId: 'd1', expiresAt: Date.UTC(2026, 2, 4, 5, 6, 7) };
  expect(toPresignedUrl(opened, { origin: 'https://quarry.test', prefix: '/llamacloud' })).toEqual({
    url: 'https://quarry.test/llamacloud/api/v1/files/signed?token=secret',
    expires_at: '2026-03-04T05:06:07.000Z',
    form_fields: null,
  });
});
