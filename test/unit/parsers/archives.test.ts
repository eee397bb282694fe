import { describe, expect, it } from 'vitest';
import { filesOfPeople } from '../../../src/parsers/archive/archive-file';
import type { ParsedDocument } from '../../../src/parsers/parsed-document';
import { parseDocument } from '../../../src/parsers/registry';
import { storedZip } from '../../support/stored-zip';
import { bytesOf } from './outline';

const parse = (bytes: Uint8Array): Promise<ParsedDocument> => parseDocument(bytes, { filename: 'a.zip', pages: null });

/** A text in this many archives, one inside the other. */
function nested(depth: number): Uint8Array {
  let bytes = storedZip([['note.txt', bytesOf('Total: 5.00')]]);
  for (let level = 1; level < depth; level += 1) bytes = storedZip([[`level ${level}.zip`, bytes]]);
  return bytes;
}

describe('an archive', () => {
  it('says of each page which file of which archive it is of', async () => {
    const { pages } = await parse(nested(3));
    expect(pages.map(({ number, file }) => [number, file])).toEqual([[1, 'level 2.zip/level 1.zip/note.txt']]);
  });

  it('is not opened deeper than three files inside one another', async () => {
    await expect(parse(nested(4))).rejects.toMatchObject({
      code: 'document-unreadable',
      message: expect.stringMatching(
        /^this archive holds nothing that can be read: level 3\.zip: .* note\.txt: it lies deeper than 3 files inside one another; send it by itself$/,
      ),
    });
  });

  it('of which nothing can be read says what was wrong with the first', async () => {
    const files = ['a', 'b'].map((name) => [`${name}.txt`, bytesOf('x\n'.repeat(60_001))] as const);
    await expect(parse(storedZip(files))).rejects.toMatchObject({
      code: 'document-unreadable',
      message:
        'this archive holds nothing that can be read: a.txt: this document has more than 40000 lines, table cells or values; send it in pieces (and 1 more)',
    });
  });

  it('tells which of its files were not read, the fifty-first among them', async () => {
    const files = Array.from({ length: 52 }, (_, index) => [`${index + 1}.txt`, bytesOf(`Note ${index + 1}`)] as const);
    const { pages, attachments, properties } = await parse(storedZip(files));
    expect([pages.length, pages[49]?.lines[0]?.text, attachments.length]).toEqual([50, 'Note 50', 52]);
    expect(properties).toEqual({ unread: '51.txt, 52.txt' });
  });

  it('is not unpacked past the file that is read last', async () => {
    const files = Array.from({ length: 51 }, (_, index) => [`${index + 1}.txt`, bytesOf(`Note ${index + 1}`)] as const);
    const bytes = storedZip(files);
    const place = new TextDecoder('latin1').decode(bytes).indexOf('51.txt');
    // The name before the content is longer than the rest of the file: its content cannot be found.
    bytes[place - 3] = 255;
    expect((await parse(bytes)).properties).toEqual({ unread: '51.txt' });
  });

  it('is read no further than forty thousand lines', async () => {
    const files = ['a', 'b', 'c', 'd'].map((name) => [`${name}.txt`, bytesOf('Oil  3.00\n'.repeat(10_500))] as const);
    const { pages, properties } = await parse(storedZip(files));
    expect(properties).toEqual({ unread: 'c.txt, d.txt' });
    expect([...new Set(pages.map(({ file }) => file))]).toEqual(['a.txt', 'b.txt']);
  });

  it('numbers pages, tables and fields on', async () => {
    const { pages, tables, fields } = await parse(
      storedZip([
        ['b.csv', bytesOf('name,price\nOil,3.00\nSalt,4.00\n')],
        ['a.json', bytesOf('{"id": 7}')],
      ]),
    );
    expect(pages.map(({ number, file }) => [number, file])).toEqual([
      [1, 'a.json'],
      [2, 'b.csv'],
    ]);
    expect([tables.map(({ page }) => page), fields.map(({ page }) => page)]).toEqual([[2], [1]]);
  });
});

describe('filesOfPeople', () => {
  it('leaves out what systems put in, and keeps names inside the archive', () => {
    const names = [
      'b/10.txt',
      'b/9.txt',
      '../../etc/x',
      'C:\\a\\y.txt',
      '/root.txt',
      'b/',
      '__MACOSX/._b',
      'b/.DS_Store',
    ];
    const files = filesOfPeople(names.map((name) => ({ name, sizeBytes: 0, read: null })));
    expect(files.map(({ name }) => name)).toEqual(['a/y.txt', 'b/9.txt', 'b/10.txt', 'etc/x', 'root.txt']);
  });
});
