import { describe, expect, it } from 'vitest';
import { sniffMediaType } from '../../../src/parsers/media-type';
import { storedZip } from '../../support/stored-zip';
import { bytesOf } from './outline';

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf16 = (text: string): Uint8Array =>
  latin1(`\xff\xfe${[...text].map((character) => `${character}\0`).join('')}`);

/** A ZIP of empty files, but for the first. */
const zipOf = (names: readonly string[], first = ''): Uint8Array =>
  storedZip(names.map((name, index) => [name, latin1(index === 0 ? first : '')]));

describe('sniffMediaType', () => {
  const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  const cases: readonly (readonly [what: string, bytes: Uint8Array, filename: string, mediaType: string | null])[] = [
    ['no bytes', bytesOf(''), 'a.pdf', null],
    ['a PDF', bytesOf('%PDF-1.7\n%\n'), 'a', 'application/pdf'],
    ['a PDF behind junk', bytesOf('\r\n\r\njunk\n%PDF-1.4\n'), 'a.pdf', 'application/pdf'],
    ['a PDF called .txt', bytesOf('%PDF-1.4\n'), 'a.txt', 'application/pdf'],
    ['a PNG', latin1('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), 'a.pdf', 'image/png'],
    ['a JPEG', latin1('\xff\xd8\xff\xe0\0\x10JFIF\0'), 'a.jpg', 'image/jpeg'],
    ['a TIFF', latin1('II*\0\x08\0\0\0'), 'a.tif', 'image/tiff'],
    ['a WebP', latin1('RIFF\x10\0\0\0WEBPVP8 '), 'a', 'image/webp'],
    ['a Windows program', latin1('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff'), 'a.pdf', 'application/octet-stream'],
    ['a Linux program', latin1('\x7fELF\x02\x01\x01\0\0\0'), 'a.txt', 'application/octet-stream'],
    ['binary of no kind', latin1('\x01\x02\x03\0\x04\xfe\xff\0\x07'), 'a.csv', 'application/octet-stream'],
    ['an XLSX', zipOf(['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml']), 'a.zip', XLSX],
    ['a DOCX', zipOf(['[Content_Types].xml', 'word/document.xml']), 'a.xlsx', DOCX],
    [
      'an ODT',
      zipOf(['mimetype', 'content.xml'], 'application/vnd.oasis.opendocument.text'),
      'a',
      'application/vnd.oasis.opendocument.text',
    ],
    ['a ZIP', zipOf(['notes.txt', 'xl/notes.txt']), 'a.xlsx', 'application/zip'],
    ['a truncated XLSX', zipOf(['[Content_Types].xml', 'xl/workbook.xml']).subarray(0, 100), 'a', XLSX],
    [
      'an old Word file',
      latin1(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'\0'.repeat(90)}W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0`),
      'a.doc',
      'application/msword',
    ],
    ['HTML', bytesOf('\n<!DOCTYPE html><title>x</title>'), 'a.txt', 'text/html'],
    [
      'a mail of a long header',
      bytesOf(`From: a@b.example\nSubject: ${'a'.repeat(70_000)}`),
      'a.eml',
      'message/rfc822',
    ],
    ['a note of a long line', bytesOf(`From: a@b.example\nSubject: ${'a'.repeat(70_000)}`), 'a.txt', 'text/plain'],
    ['a fragment of HTML', bytesOf('<table><tr><td>1</td></tr></table>'), 'a', 'text/html'],
    ['HTML that begins with a form', bytesOf('<form><label>Name</label><input value="Ada"></form>'), 'a', 'text/html'],
    ['HTML behind a comment', bytesOf('<!-- x -->\n<select><option>1</select>'), 'a.html', 'text/html'],
    ['HTML that begins with an address', bytesOf('<address>1 High Street<br>Ely</address>'), 'a.HTM', 'text/html'],
    ['XML of an address', bytesOf('<address><street>1 High Street</street></address>'), 'a', 'application/xml'],
    ['XML of a form in a namespace', bytesOf('<form xmlns="urn:example:forms"/>'), 'a.html', 'application/xml'],
    ['XML of a form by its name', bytesOf('<form><id>1</id></form>'), 'a.xml', 'application/xml'],
    ['XHTML', bytesOf('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"></html>'), 'a', 'text/html'],
    ['XML', bytesOf('\ufeff<?xml version="1.0"?><rsm:Invoice/>'), 'a.html', 'application/xml'],
    ['XML without a declaration', bytesOf('<order><id>1</id></order>'), 'a.txt', 'application/xml'],
    [
      'a web archive',
      bytesOf('MIME-Version: 1.0\nContent-Type: multipart/related;\n boundary=X\n\n--X\n'),
      'a.doc',
      'multipart/related',
    ],
    [
      'a mail with pictures',
      bytesOf('From: a@b.example\nTo: c@d.example\nContent-Type: multipart/related; boundary=X\n\n--X\n'),
      'a.mhtml',
      'message/rfc822',
    ],
    [
      'a drawing',
      bytesOf('<?xml version="1.0"?>\n<!-- x -->\n<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'a.xml',
      'image/svg+xml',
    ],
    ['YAML that says so', bytesOf('%YAML 1.2\n---\na: 1\n'), 'a', 'application/yaml'],
    ['YAML by its name', bytesOf('name: Oil\nprice: 3\n'), 'a.yml', 'application/yaml'],
    ['CSV called .yaml', bytesOf('a,b\n1,2\n3,4\n'), 'a.yaml', 'text/csv'],
    ['gzip', latin1('\x1f\x8b\x08\0\0\0\0\0'), 'a.csv', 'application/gzip'],
    ['tar', latin1(`a.txt${'\0'.repeat(252)}ustar\x0000`), 'a', 'application/x-tar'],
    ['JSON', bytesOf('{"a": [1, 2]}'), 'a.txt', 'application/json'],
    ['JSON cut off', bytesOf('{"invoice": {"total": 12.'), 'a.json', 'application/json'],
    ['brackets that are no JSON', bytesOf('[draft] to be signed\n'), 'a.txt', 'text/plain'],
    ['a mail', bytesOf('From: a@b.example\r\nTo: c@d.example\r\nSubject: Hi\r\n\r\nHello'), 'a.txt', 'message/rfc822'],
    ['a letter with colons', bytesOf('To: the manager\nDear Sir: please pay.\n'), 'a.txt', 'text/plain'],
    ['CSV', bytesOf('date,amount\n2024-01-01,5\n2024-01-02,6\n'), 'a', 'text/csv'],
    ['CSV with semicolons', bytesOf('Datum;Betrag\n01.01.2024;5,00\n02.01.2024;6,00\n'), 'a.dat', 'text/csv'],
    ['TSV', bytesOf('a\tb\n1\t2\n3\t4\n'), 'a.csv', 'text/tab-separated-values'],
    ['CSV called .txt', bytesOf('a,b\n1,2\n'), 'a.txt', 'text/plain'],
    ['prose with commas', bytesOf('Well, he said.\nYes, she said.\nNo, no, no.\n'), 'a', 'text/plain'],
    ['prose called .csv', bytesOf('Dear Sir,\nno columns here at all\n'), 'a.csv', 'text/plain'],
    ['Markdown', bytesOf('# Offer\n\n- one\n- two\n'), 'a', 'text/markdown'],
    ['Markdown called .txt', bytesOf('# Offer\n\n- one\n'), 'a.txt', 'text/plain'],
    ['UTF-16 text', utf16('Guten Tag, Herr Meier'), 'a', 'text/plain'],
    ['windows-1252 text', latin1('Betrag f\xfcr M\xe4rz: 5 \x80'), 'a', 'text/plain'],
  ];
  it.each(cases)('knows %s', (_, bytes, filename, mediaType) => {
    expect(sniffMediaType(bytes, filename)).toBe(mediaType);
  });

  it('takes bytes full of control characters for no text, but where a mark or their zeros say that they are UTF-16', () => {
    const noise = Uint8Array.from({ length: 3000 }, (_, index) => (index * index * 7) % 256);
    expect(sniffMediaType(noise, 'a.txt')).toBe('application/octet-stream');
    expect(sniffMediaType(latin1(`\x01\x02${'Betrag f\xfcr M\xe4rz '.repeat(20)}`), 'a')).toBe('text/plain');
    expect(sniffMediaType(latin1(`\x01\x02${'M\xe4rz '}`), 'a')).toBe('application/octet-stream');
    expect(sniffMediaType(utf16('M\xe4rz '.repeat(20)), 'a.txt')).toBe('text/plain');
  });
});
