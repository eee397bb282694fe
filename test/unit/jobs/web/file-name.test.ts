import { describe, expect, test } from 'vitest';
import { fileNameOf } from '../../../../src/jobs/web/file-name';
import { isUnexpectedPage } from '../../../../src/jobs/web/unexpected-page';

const named = (url: string, disposition: string | null = null, mediaType: string | null = null): string =>
  fileNameOf({ url, disposition, mediaType });

describe('A document from a host', () => {
  test.each([
    ['https://a.example/in/scan%20m%C3%A4rz.pdf?x=1#y', null, null, 'scan m\u00e4rz.pdf'],
    ['https://a.example/', null, null, 'document'],
    ['https://a.example/download', null, 'text/csv', 'download.csv'],
    ['https://a.example/a.txt', null, 'text/csv', 'a.txt'],
    ['https://a.example/get', 'attachment; filename="bill 7.pdf"', null, 'bill 7.pdf'],
    ['https://a.example/get', 'attachment; filename=bill.pdf; size=3', null, 'bill.pdf'],
    ['https://a.example/get', `attachment; filename="a.pdf"; filename*=UTF-8''m%C3%A4rz.pdf`, null, 'm\u00e4rz.pdf'],
    ['https://a.example/get', 'attachment; filename="say \\"hi\\".pdf"', null, 'say hi.pdf'],
    ['https://a.example/get', 'attachment; filename="bill%20n\ufffd 7.pdf"', null, 'bill n 7.pdf'],
    ['https://a.example/get', 'attachment; filename="%2e%2e%2fpasswd"', null, 'passwd'],
    ['https://a.example/get', 'attachment; filename="../../etc/passwd"', null, 'passwd'],
    ['https://a.example/get', 'attachment; filename="C:\\\\x\\\\a.pdf"', null, 'a.pdf'],
    ['https://a.example/..%2f..%2fetc%2fpasswd', null, null, 'passwd'],
    ['https://a.example/a%00b%0d%0ac%E2%80%AEfdp.exe', null, null, 'abcfdp.exe'],
    ['https://a.example/%zz', null, null, '%zz'],
    ['https://a.example/get', 'attachment; filename="..."', null, 'get'],
  ])('at %s with %s of %s is called %s', (url, disposition, mediaType, name) => {
    expect(named(url, disposition, mediaType)).toBe(name);
  });

  test('with a long name keeps its ending', () => {
    expect(named(`https://a.example/${'x'.repeat(900)}.pdf`)).toBe(`${'x'.repeat(196)}.pdf`);
  });
});

describe('A page', () => {
  const arrived = { askedAs: 'invoice.pdf', calledByHost: null, saidType: 'text/html', sniffedType: 'text/html' };
  test.each([
    [{}, true],
    [{ saidType: 'application/pdf' }, true],
    [{ saidType: 'application/pdf', sniffedType: 'application/pdf' }, false],
    [{ sniffedType: 'application/pdf' }, false],
    [{ sniffedType: 'text/plain' }, true],
    [{ askedAs: 'download' }, true],
    [{ askedAs: '' }, true],
    [{ askedAs: 'about.html' }, false],
    [{ askedAs: 'ABOUT.HTM' }, false],
    [{ askedAs: 'download', calledByHost: 'about.html' }, false],
    [{ calledByHost: 'login.html' }, true],
    [{ askedAs: 'readme.md', saidType: 'text/plain' }, false],
    [{ askedAs: 'readme.md' }, true],
  ])('that came as %j in place of an invoice: unexpected is %s', (facts, unexpected) => {
    expect(isUnexpectedPage({ ...arrived, ...facts })).toBe(unexpected);
  });
});
