import { bytesOf, joined } from './packing.mjs';

const repeated = (text, times) => text.repeat(times);
const entities = (levels, each) =>
  `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a0 "aaaaaaaaaa">${Array.from({ length: levels }, (_, index) => `<!ENTITY a${index + 1} "${repeated(`&a${index};`, each)}">`).join('')}]><a>&a${levels};</a>`;
const anchors = (levels) =>
  `a0: &a0 [x, x]\n${Array.from({ length: levels }, (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}, *a${index}]\n`).join('')}`;
/** The start of an OLE file: sectors of 512 bytes, its directory and its table of sectors where they are said to be. */
function ole(change) {
  const file = new Uint8Array(512 * 8);
  const view = new DataView(file.buffer);
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(24, 0x3e, true);
  view.setUint16(26, 3, true);
  view.setUint16(28, 0xfffe, true);
  view.setUint16(30, 9, true);
  view.setUint16(32, 6, true);
  view.setUint32(44, 1, true);
  view.setUint32(48, 1, true);
  view.setUint32(56, 4096, true);
  view.setUint32(60, 0xfffffffe, true);
  view.setUint32(68, 0xfffffffe, true);
  view.setUint32(76, 0, true);
  for (let at = 80; at < 512; at += 4) view.setUint32(at, 0xffffffff, true);
  for (let at = 512; at < 1024; at += 4) view.setUint32(at, 0xffffffff, true);
  view.setUint32(512, 0xfffffffd, true);
  view.setUint32(516, 0xfffffffe, true);
  [...'Root Entry'].forEach((letter, index) => {
    view.setUint16(1024 + 2 * index, letter.charCodeAt(0), true);
  });
  view.setUint16(1024 + 64, 22, true);
  file[1024 + 66] = 5;
  for (const at of [68, 72, 76]) view.setUint32(1024 + at, 0xffffffff, true);
  change(view);
  return file;
}

/** Texts that are long or deep without need, by name; the ending of the name tells what each is sent as. */
export const TEXT_BOMBS = {
  'laughs by the billion.xml': () => bytesOf(entities(9, 10)),
  'entity that is itself.xml': () =>
    bytesOf('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "&c;"><!ENTITY c "&b;">]><a>&b;</a>'),
  'entity from a file.xml': () =>
    bytesOf('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
  'entity of a parameter from a host.xml': () =>
    bytesOf('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY % b SYSTEM "http://127.0.0.1:9/a.dtd"> %b;]><a>1</a>'),
  'long entity named ten thousand times.xml': () =>
    bytesOf(
      `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "${repeated('a', 100_000)}">]><a>${repeated('&b;', 10_000)}</a>`,
    ),
  'elements hundred thousand deep.xml': () => bytesOf(`<?xml version="1.0"?>${repeated('<a>', 100_000)}`),
  'million elements.xml': () => bytesOf(`<?xml version="1.0"?><a>${repeated('<b/>', 1_000_000)}</a>`),
  'hundred thousand attributes.xml': () =>
    bytesOf(
      `<?xml version="1.0"?><a ${Array.from({ length: 100_000 }, (_, index) => `a${index}="1"`).join(' ')}>1</a>`,
    ),
  'comment that never ends.xml': () => bytesOf(`<?xml version="1.0"?><a>${repeated('<!--', 1_000_000)}`),
  'anchors tripling thirty times.yaml': () => bytesOf(anchors(30)),
  'anchor that is inside itself.yaml': () => bytesOf('a: &a [*a, *a]\nb: *a\n'),
  'merges of merges.yaml': () =>
    bytesOf(
      `a0: &a0 {x: 1}\n${Array.from({ length: 60 }, (_, index) => `a${index + 1}: &a${index + 1} {<<: [*a${index}, *a${index}], y${index}: *a${index}}\n`).join('')}`,
    ),
  'brackets hundred thousand deep.yaml': () => bytesOf(`a: ${repeated('[', 100_000)}`),
  'dashes hundred thousand deep.yaml': () => bytesOf(repeated('- ', 100_000)),
  'keys hundred thousand deep.yaml': () => bytesOf(`a: 1\n${repeated('? ', 100_000)}`),
  'brackets a million deep.json': () => bytesOf(repeated('[', 1_000_000) + repeated(']', 1_000_000)),
  'objects hundred thousand deep.json': () => bytesOf(`${repeated('{"a":', 100_000)}1${repeated('}', 100_000)}`),
  'million values.json': () => bytesOf(`[${repeated('1,', 2_000_000)}1]`),
  'number of a million digits.json': () => bytesOf(`{"a":${repeated('9', 1_000_000)}}`),
  'prototype.json': () => bytesOf('{"__proto__":{"a":1},"constructor":{"prototype":{"a":1}},"b":2}'),
  'brackets a hundred thousand deep.html': () => bytesOf(`<!doctype html>${repeated('<div>', 100_000)}a`),
  'open bold hundred thousand times.html': () => bytesOf(`<!doctype html>${repeated('<b><p>', 100_000)}a`),
  'million elements.html': () => bytesOf(`<!doctype html>${repeated('<p>a', 1_000_000)}`),
  'cells over everything.html': () =>
    bytesOf(`<!doctype html><table>${repeated('<tr><td rowspan=65534 colspan=1000>a', 3000)}</table>`),
  'tables in tables.html': () => bytesOf(`<!doctype html>${repeated('<table><tr><td>', 50_000)}a`),
  'lists in lists.html': () => bytesOf(`<!doctype html>${repeated('<ul><li>a', 50_000)}`),
  'data in scripts.html': () =>
    bytesOf(`<!doctype html>${repeated('<script type="application/ld+json">{"a":[[[[1]]]]}</script>', 50_000)}`),
  'tags in elements never closed.html': () =>
    bytesOf(`<!doctype html>${repeated('<b>', 15_000)}${repeated('</p>', 900_000)}`),
  'items in elements never closed.html': () =>
    bytesOf(`<!doctype html>${repeated('<b>', 15_000)}${repeated('<li>', 290_000)}`),
  'elements two hundred deep.html': () =>
    bytesOf(`<!doctype html>${repeated('<div>', 200)}${repeated('<i></i>', 200_000)}`),
  'properties in properties.html': () =>
    bytesOf(`<!doctype html>${repeated('<div itemprop=a>', 200)}${repeated('<i>a</i>', 200_000)}`),
  'links in one line.html': () =>
    bytesOf(
      `<!doctype html><p>${Array.from({ length: 130_000 }, (_, index) => `<a href=/${index}>abc </a>`).join('')}`,
    ),
  'links over two lines.html': () =>
    bytesOf(`<!doctype html><p>${repeated('<a href=/>x<br>y</a>', 20_000)}${repeated('b<br>', 18_000)}`),
  'links in links.html': () =>
    bytesOf(`<!doctype html><p>${repeated('<a href=/>', 240)}${repeated('abcdefg ', 100_000)}`),
  'cells over all of four thousand tables.html': () =>
    bytesOf(
      `<!doctype html>${repeated(`<table>${repeated('<tr><td rowspan=200 colspan=200>a', 5)}${repeated('<tr>', 200)}</table>`, 4000)}`,
    ),
  'million words of a letter.html': () => bytesOf(`<!doctype html>${repeated(`<p>${repeated('a ', 100)}`, 10_000)}`),
  'million words of a letter.md': () => bytesOf(`# a\n\n${repeated(`${repeated('a ', 100)}\n\n`, 10_000)}`),
  'million words of a letter.rtf': () => bytesOf(`{\\rtf1 ${repeated(`${repeated('a ', 100)}\\par `, 10_000)}}`),
  'million words of a letter.json': () =>
    bytesOf(JSON.stringify(Array.from({ length: 5000 }, () => repeated('a ', 200)))),
  'quote that never ends.csv': () => bytesOf(`a,b\n"${repeated('x\n', 2_000_000)}`),
  'quotes in quotes.csv': () => bytesOf(`a,b\n${repeated('"', 3_000_001)}`),
  'quotes that end nothing.csv': () => bytesOf(`a,b\n"${repeated('x"y', 3_000_000)}"`),
  'cells of hundred thousand lines.csv': () => bytesOf(`a,b\n${repeated(`"${repeated('x\n', 95_000)}",1\n`, 50)}`),
  'hundred thousand columns.csv': () => bytesOf(`${repeated('a,', 100_000)}b\n${repeated('1,', 100_000)}2\n`),
  'million rows.csv': () => bytesOf(repeated('1,2\n', 1_000_000)),
  'twelve million letters.csv': () => bytesOf(repeated('abc,def,ghi\n', 1_000_000)),
  'quotes hundred thousand deep.md': () => bytesOf(`${repeated('>', 100_000)} a\n`),
  'lists thousand deep.md': () =>
    bytesOf(Array.from({ length: 1000 }, (_, level) => `${repeated('  ', level)}- a`).join('\n')),
  'open brackets.md': () => bytesOf(repeated('[', 500_000)),
  'open stars.md': () => bytesOf(repeated('*a_', 500_000)),
  'table of a hundred thousand columns.md': () =>
    bytesOf(`${repeated('|a', 100_000)}|\n${repeated('|-', 100_000)}|\n${repeated('|1', 100_000)}|\n`),
  'line of two million letters.txt': () => bytesOf(repeated('a', 2_000_000)),
  'line of three million blanks.txt': () => bytesOf(`a${repeated(' ', 3_000_000)}b`),
  'million pages.txt': () => bytesOf(repeated('\f', 1_000_000)),
  'million marks on a letter.txt': () => joined([bytesOf('a'), new TextEncoder().encode(repeated('\u0301', 500_000))]),
  'groups hundred thousand deep.rtf': () => bytesOf(`{\\rtf1 ${repeated('{', 100_000)}a`),
  'seven million letters by number.rtf': () => bytesOf(`{\\rtf1 ${repeated("\\'e4", 7_000_000)}}`),
  'words without end.rtf': () => bytesOf(`{\\rtf1 ${repeated('\\b0\\i1\\fs20 ', 500_000)}a}`),
  'picture of ten million digits.rtf': () => bytesOf(`{\\rtf1 {\\pict\\bin2000000000 ${repeated('ff', 4_000_000)}}}`),
  'rows of a billion columns.rtf': () =>
    bytesOf(`{\\rtf1 ${repeated(`\\trowd${repeated('\\cellx1', 500)}\\intbl a\\cell\\row `, 3000)}}`),
  'cells of a million widths.rtf': () =>
    bytesOf(
      `{\\rtf1 ${Array.from({ length: 2000 }, (_, row) => `\\trowd${Array.from({ length: 500 }, (_, cell) => `\\cellx${(row * 500 + cell) * 100}`).join('')}\\intbl a\\cell\\row `).join('')}}`,
    ),
  'letters by the billion.rtf': () => bytesOf(`{\\rtf1 ${repeated('\\uc2147483647\\u65536 a', 100_000)}}`),
  'sectors in a ring.doc': () => ole((view) => view.setUint32(516, 1, true)),
  'directory that is its own child.doc': () => ole((view) => view.setUint32(1024 + 76, 0, true)),
  'directory whose brothers are each other.doc': () =>
    ole((view) => {
      view.setUint32(1024 + 76, 1, true);
      view.setUint8(1152 + 66, 2);
      view.setUint32(1152 + 68, 1, true);
      view.setUint32(1152 + 72, 1, true);
    }),
  'four billion sectors.doc': () => ole((view) => view.setUint32(44, 0xffffffff, true)),
  'sectors of two gibibytes.xls': () => ole((view) => view.setUint16(30, 31, true)),
  'stream of four gibibytes.msg': () => ole((view) => view.setUint32(1024 + 120, 0xffffffff, true)),
  'lines beyond number.svg': () =>
    bytesOf(
      `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><path d="${repeated('M0 0L9 9', 500_000)}"/></svg>`,
    ),
  'figures that use themselves.svg': () =>
    bytesOf(
      '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><g id="a"><use href="#a"/><use href="#a"/></g></svg>',
    ),
  'groups hundred thousand deep.svg': () =>
    bytesOf(
      `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100">${repeated('<g transform="scale(2)">', 100_000)}<text>a</text>`,
    ),
  'sheet of a billion points.svg': () =>
    bytesOf(
      '<svg xmlns="http://www.w3.org/2000/svg" width="1e300" height="1e300"><text x="1e299" y="1e299">a</text></svg>',
    ),
  'headers without end.eml': () => bytesOf(`From: a@b.example\r\n${repeated('X-A: b\r\n', 500_000)}\r\na`),
  'header of ten million letters.eml': () =>
    bytesOf(`From: a@b.example\r\nSubject: ${repeated('a', 10_000_000)}\r\n\r\na`),
  'words in words.eml': () =>
    bytesOf(`From: a@b.example\r\nSubject: ${repeated('=?utf-8?B?YWFh?= ', 200_000)}\r\n\r\na`),
  'addresses without end.eml': () => bytesOf(`From: a@b.example\r\nTo: ${repeated('a@b.example, ', 300_000)}\r\n\r\na`),
  'addresses in comments.eml': () => bytesOf(`From: ${repeated('(', 300_000)}a@b.example\r\nSubject: x\r\n\r\na`),
};
