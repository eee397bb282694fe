import { bytesOf } from './packing.mjs';
import { docx, openDocument, storedEntry, textEntry, WORD } from './zip-file.mjs';

const times = (count, make) => Array.from({ length: count }, (_, index) => make(index));
const repeated = (text, count) => text.repeat(count);
const numbered = (count, make) => times(count, make).join('');
const svg = (inside) => bytesOf(`<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="200000">${inside}</svg>`);
const wordDocument = (attributes, inside) =>
  docx(textEntry('', `<?xml version="1.0"?><w:document ${WORD} ${attributes}>${inside}</w:document>`));
const SPACES =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"';
/** A presentation of one slide. */
const slide = (inside) =>
  openDocument(
    'presentation',
    storedEntry(
      '',
      bytesOf(
        `<?xml version="1.0"?><office:document-content ${SPACES}><office:body><office:presentation><draw:page>${inside}</draw:page></office:presentation></office:body></office:document-content>`,
      ),
    ),
  );
const textBox = (lines) => `<draw:frame><draw:text-box>${lines}</draw:text-box></draw:frame>`;
const row = (first, second) =>
  `<table:table-row><table:table-cell><text:p>${first}</text:p></table:table-cell><table:table-cell><text:p>${second}</text:p></table:table-cell></table:table-row>`;
const NAME = repeated('a', 1_000_000);
const namespaces = (level) => numbered(900, (index) => `xmlns:a${level}x${index}="b" `);

/** Pages of more lines, names of more letters and elements of more attributes than anybody reads, by name. */
export const WIDE_BOMBS = {
  'nine thousand tables on one slide.odp': () =>
    slide(repeated(`<draw:frame><table:table>${row('a', 'b')}${row(1, 2)}</table:table></draw:frame>`, 9000)),
  'three thousand lines of tabs on one slide.odp': () =>
    slide(textBox(numbered(3_300, (index) => `<text:p>abc ${index}<text:tab/>def<text:tab/>${index}</text:p>`))),
  'thirteen thousand lines of words in columns on one slide.odp': () =>
    slide(
      textBox(repeated('<text:p>abc def ghi jkl mno<text:tab/>def ghi jkl mno<text:tab/>pqr stu vwx</text:p>', 13_000)),
    ),
  'namespaces a hundred and fifty deep.docx': () =>
    wordDocument(
      '',
      `${numbered(150, (level) => `<b ${namespaces(level)}>`)}${repeated('<w:r xmlns:b="b"/>', 1000)}${repeated('</b>', 150)}`,
    ),
  'six million attributes.docx': () =>
    wordDocument('', repeated(`<w:r ${numbered(1000, (index) => `a${index}="" `)}/>`, 6000)),
  'values in a name of a million letters.json': () =>
    bytesOf(`{"${NAME}":{${times(30_000, (index) => `"b${index}":1`).join(',')}}}`),
  'records in a name of a million letters.json': () => bytesOf(`{"${NAME}":[${repeated('{"b":1,"c":2},', 10_000)}1]}`),
  'values in a name of a million letters.xml': () =>
    bytesOf(`<r><${NAME}>${repeated('<b>1</b>', 30_000)}</${NAME}></r>`),
  'three hundred thousand texts.svg': () =>
    svg(numbered(300_000, (index) => `<text x="${(index * 37) % 997}" y="${(index * 91) % 991}">a${index}</text>`)),
  'thirty thousand texts in columns.svg': () =>
    svg(
      numbered(30_000, (index) => `<text x="${(index % 3) * 300}" y="${Math.floor(index / 3) * 20}">${index}</text>`),
    ),
  'places of half a million letters.svg': () =>
    svg(`<text x="${repeated('1 ', 500_000)}">a${repeated('<tspan dy="1">a</tspan>', 20_000)}</text>`),
};
