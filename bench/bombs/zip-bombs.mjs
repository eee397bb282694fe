import { bytesOf, deflated, gzip, gzipBomb, joined, noise, rawBomb } from './packing.mjs';
import {
  deflatedEntry,
  docx,
  entry,
  officeText,
  openDocument,
  overlapping,
  sheetText,
  storedEntry,
  textEntry,
  wordText,
  xlsx,
  zip,
} from './zip-file.mjs';

const MIB = 1024 * 1024;
const GIB = 1024 * MIB;
const NOTE = 'Invoice number: B-1\n';
const names = (count) => Array.from({ length: count }, (_, index) => `${String(index).padStart(6, '0')}.txt`);
const repeated = (text, times) => text.repeat(times);

/** Archives inside archives, each holding the one below so many times. */
function nested(levels, copies, inmost = zip([textEntry('a.txt', NOTE)])) {
  let file = inmost;
  for (let level = 0; level < levels; level += 1)
    file = zip(names(copies).map((name) => deflatedEntry(name.replace('txt', 'zip'), file)));
  return file;
}

function tar(files) {
  const block = (bytes) => joined([bytes, new Uint8Array((512 - (bytes.length % 512)) % 512)]);
  return joined([
    ...files.flatMap(({ name, content, says = content.length, kind = '0' }) => {
      const header = new Uint8Array(512);
      header.set(bytesOf(name.slice(0, 99)), 0);
      header.set(bytesOf(`${says.toString(8).padStart(11, '0')} `), 124);
      header.set(bytesOf('        '), 148);
      header[156] = kind.charCodeAt(0);
      const sum = header.reduce((all, byte) => all + byte, 0);
      header.set(bytesOf(`${sum.toString(8).padStart(6, '0')}\0 `), 148);
      return [header, block(content)];
    }),
    new Uint8Array(1024),
  ]);
}

const archivesInTar = (content) => tar(names(60).map((name) => ({ name: `${name}.zip`, content })));

const mail = (parts) =>
  bytesOf(
    `From: a@b.example\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=X\r\n\r\n${parts
      .map((part) => `--X\r\n${part}\r\n`)
      .join('')}--X--\r\n`,
  );
const attached = (name, bytes) =>
  `Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${btoa(String.fromCharCode(...bytes))}`;

const ENTITIES = `<!DOCTYPE a [<!ENTITY a0 "aaaaaaaaaa">${Array.from({ length: 30 }, (_, index) => `<!ENTITY a${index + 1} "${repeated(`&a${index};`, 10)}">`).join('')}]>`;
const cell = (place, more = '<v>1</v>') => `<c r="${place}">${more}</c>`;

/** Archives in one, all with the same so many entries. */
const archivesOf = (archives, entries, content) =>
  nested(1, archives, zip(names(entries).map((name) => deflatedEntry(name, content))));

/** A text whose encoding takes the longest to guess. */
const inNoLanguage = noise(2400, 192);

/** What packed files may unfold to, by name; the ending of the name tells what each is sent as. */
export const ZIP_BOMBS = {
  'gibibyte of zeros.zip': () => zip([entry('a.txt', rawBomb(1024), GIB)]),
  'gibibyte of zeros said to be one byte.zip': () => zip([entry('a.txt', rawBomb(1024), 1)]),
  'gibibyte of zeros said to be 32 MiB.zip': () => zip([entry('a.txt', rawBomb(1024), 32 * MIB)]),
  'gibibyte of zeros said to be none.zip': () => zip([entry('a.txt', rawBomb(1024), 0)]),
  'four gibibytes in all.zip': () => zip(names(64).map((name) => entry(name, rawBomb(64), 64 * MIB))),
  'hundred mebibytes of text.zip': () => zip([entry('a.txt', rawBomb(100, NOTE), 100 * MIB)]),
  'hundred mebibytes of markup.zip': () => zip([entry('a.html', rawBomb(100, '<b>'), 100 * MIB)]),
  'thousand entries that are the same.zip': () => overlapping(names(1000), rawBomb(16), 16 * MIB),
  'sixty thousand entries that are the same.zip': () =>
    overlapping(names(60_000), deflated(bytesOf(NOTE)), NOTE.length),
  'thirty entries of 32 MiB that are the same.zip': () => overlapping(names(30), rawBomb(32, NOTE), 32 * MIB),
  'sixty-five thousand entries.zip': () => zip(names(65_535).map((name) => entry(name, new Uint8Array(), 0))),
  'sixty-five thousand entries that are not there.zip': () => zip([textEntry('a.txt', NOTE)], { count: 65_535 }),
  'directory at four gibibytes.zip': () => zip([textEntry('a.txt', NOTE)], { start: 0xffff_ffff }),
  'directory of four gibibytes.zip': () => zip([textEntry('a.txt', NOTE)], { size: 0xffff_ffff }),
  'five thousand files.zip': () => zip(names(5000).map((name) => textEntry(name, NOTE))),
  'archives ten deep.zip': () => nested(10, 1),
  'archives hundred deep.zip': () => nested(100, 1),
  'sixteen archives in each, six deep.zip': () => nested(6, 16),
  'sixteen archives in each, a gibibyte at the bottom.zip': () =>
    nested(2, 16, zip([entry('a.txt', rawBomb(1024), GIB)])),
  'thousand small texts in no language.zip': () => archivesOf(1, 1000, inNoLanguage),
  'forty archives of a thousand small texts in no language.zip': () => archivesOf(40, 1000, inNoLanguage),
  'forty archives of sixty mebibytes.zip': () => archivesOf(40, 60, new Uint8Array(MIB)),
  'forty archives of sixty mebibytes of text.zip': () => archivesOf(40, 60, bytesOf(repeated(NOTE, 52_000))),
  'archive that says it is inside itself.zip': () =>
    zip([
      textEntry('a.txt', NOTE),
      { name: 'b.zip', packed: new Uint8Array(100), says: 100, isStored: true, offset: 0 },
    ]),
  'names of sixty thousand letters.zip': () =>
    zip(Array.from({ length: 100 }, (_, index) => entry(`${repeated('a', 60_000)}${index}.exe`, new Uint8Array(1), 9))),
  'paths that climb out.zip': () =>
    zip(
      ['../../etc/passwd', '/etc/shadow', '..\\..\\boot.ini', 'C:\\a\\b'].map((name) => entry(name, rawBomb(1), MIB)),
    ),
  'names that are prototypes.zip': () =>
    zip(['__proto__', 'constructor', 'toString', 'hasOwnProperty'].map((name) => entry(name, rawBomb(1), 9))),
  'encrypted gibibyte.zip': () => zip([entry('a.txt', rawBomb(1024), GIB, { flags: 1 })]),
  'gibibyte of zeros.gz': () => gzipBomb(1024),
  'gibibyte of text.gz': () => gzipBomb(1024, NOTE),
  'packed five times over.gz': () => gzip(gzip(gzip(gzip(gzipBomb(64))))),
  'packed hundred times over.gz': () => Array.from({ length: 100 }).reduce((bytes) => gzip(bytes), bytesOf(NOTE)),
  'gibibyte of zeros.tgz': () => gzipBomb(1024),
  'hundred thousand entries.tgz': () => gzip(tar(names(100_000).map((name) => ({ name, content: new Uint8Array() })))),
  'file of eight gibibytes.tar': () => tar([{ name: 'a.txt', content: bytesOf(NOTE), says: 8 * GIB - 1 }]),
  'archives of archives.tar': () => archivesInTar(nested(3, 3)),
  'long names of long names.tar': () =>
    tar(names(900).map(() => ({ name: '././@LongLink', content: bytesOf(repeated('a', 9000)), kind: 'L' }))),
  'text of a gibibyte.docx': () => docx(entry('', rawBomb(1024, ' '), GIB)),
  'text of 60 MiB of open elements.docx': () => docx(entry('', rawBomb(60, '<w:p>'), 60 * MIB)),
  'text of entities of entities.docx': () =>
    docx(textEntry('', `<?xml version="1.0"?>${ENTITIES}<w:document><w:body><w:p>&a30;</w:p></w:body></w:document>`)),
  'tables hundred thousand deep.docx': () => docx(wordText(repeated('<w:tbl><w:tr><w:tc>', 100_000))),
  'half a million paragraphs.docx': () => docx(wordText(repeated('<w:p><w:r><w:t>a</w:t></w:r></w:p>', 500_000))),
  'cell of a billion columns.docx': () =>
    docx(
      wordText(
        repeated(
          '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>',
          9000,
        ),
      ),
    ),
  'sixty thousand parts.docx': () =>
    docx(
      wordText('<w:p/>'),
      names(60_000).map((name) => entry(name, new Uint8Array(), 0)),
    ),
  'sheet of a gibibyte.xlsx': () => xlsx(entry('', rawBomb(1024, ' '), GIB)),
  'sheet of a gibibyte said to be 9 MiB.xlsx': () => xlsx(entry('', rawBomb(1024, ' '), 9 * MIB)),
  'sheet of a last cell far away.xlsx': () =>
    xlsx(sheetText(`<row r="1">${cell('A1')}</row><row r="1048576">${cell('XFD1048576')}</row>`)),
  'sheet of ranges over everything.xlsx': () =>
    xlsx(
      sheetText(
        `<row r="1">${cell('A1')}</row></sheetData><mergeCells>${repeated('<mergeCell ref="A1:XFD1048576"/>', 9000)}</mergeCells><sheetData>`,
      ),
    ),
  'two million cells.xlsx': () => xlsx(sheetText(repeated(`<row>${repeated('<c><v>1</v></c>', 1000)}</row>`, 2500))),
  'shared texts of 200 MiB.xlsx': () =>
    xlsx(sheetText(`<row r="1">${cell('A1')}</row>`), [
      entry('xl/sharedStrings.xml', rawBomb(199, '<si><t>a</t></si>'), 199 * MIB),
    ]),
  'text of entities of entities.xlsx': () =>
    xlsx(
      textEntry(
        '',
        `<?xml version="1.0"?>${ENTITIES}<worksheet><sheetData><row><c><v>&a30;</v></c></row></sheetData></worksheet>`,
      ),
    ),
  'row repeated a billion times.ods': () =>
    openDocument(
      'spreadsheet',
      officeText(
        '<office:spreadsheet><table:table table:name="a"><table:table-row table:number-rows-repeated="1000000000"><table:table-cell table:number-columns-repeated="1000000000" office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet>',
      ),
    ),
  'blank repeated a billion times.odt': () =>
    openDocument(
      'text',
      officeText(`<office:text>${repeated('<text:p><text:s text:c="1000000000"/>a</text:p>', 20_000)}</office:text>`),
    ),
  'lists hundred thousand deep.odt': () =>
    openDocument('text', officeText(`<office:text>${repeated('<text:list><text:list-item>', 100_000)}`)),
  'content of a gibibyte.odt': () => openDocument('text', entry('', rawBomb(1024, '<a>'), GIB)),
  'gibibyte attached.eml': () =>
    mail([attached('a.gz', gzipBomb(1).slice(0, 2000)), attached('b.zip', zip([entry('a.txt', rawBomb(8), GIB)]))]),
  'thousand archives attached.eml': () => mail(Array(1000).fill(attached('a.zip', nested(2, 4)))),
  'mails in mails thousand deep.eml': () =>
    bytesOf(
      `From: a@b.example\r\nSubject: x\r\n${repeated('Content-Type: message/rfc822\r\n\r\nFrom: a@b.example\r\nSubject: x\r\n', 1000)}\r\n`,
    ),
  'parts in parts thousand deep.eml': () =>
    bytesOf(
      `From: a@b.example\r\nSubject: x\r\nMIME-Version: 1.0\r\n${Array.from({ length: 1000 }, (_, index) => `Content-Type: multipart/mixed; boundary=X${index}\r\n\r\n--X${index}\r\n`).join('')}`,
    ),
  'stored file that is longer than it says.zip': () =>
    zip([{ ...storedEntry('a.txt', bytesOf(repeated(NOTE, 9000))), says: 1 }]),
};
