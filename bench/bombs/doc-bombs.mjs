import { oleFile, stream } from './ole-file.mjs';
import { bytesOf, joined, little } from './packing.mjs';

const TEXT_AT = 1024;
const PAGE = 512;
const times = (count, make) => Array.from({ length: count }, (_, index) => make(index));

/**
 * A file of Word 97: `pages` of properties, which the lists `characters` and `paragraphs` lead to by number; `pieces` are the
 * lengths of those of the text, `stories` how many headers and footers there are said to be.
 */
function doc({ text, pieces = [text.length], pages = [], characters = [], paragraphs = [], stories = 0 }) {
  const firstPage = Math.ceil((TEXT_AT + text.length) / PAGE);
  const whole = new Uint8Array(Math.max(16, firstPage + pages.length) * PAGE);
  whole.set(bytesOf(text), TEXT_AT);
  for (const [index, page] of pages.entries()) whole.set(page, (firstPage + index) * PAGE);
  const parts = [clxOf(pieces), new Uint8Array(4 * stories), listOf(characters), listOf(paragraphs)];
  const view = new DataView(whole.buffer);
  view.setUint16(0, 0xa5ec, true);
  view.setUint16(2, 0xc1, true);
  view.setInt32(76, text.length, true);
  let at = 0;
  for (const [index, range] of [33, 11, 12, 13].entries()) {
    view.setUint32(154 + 8 * range, at, true);
    view.setUint32(158 + 8 * range, parts[index].length, true);
    at += parts[index].length;
  }
  return oleFile([stream('WordDocument', 0), stream('0Table', 1)], [whole, joined([...parts, new Uint8Array(4096)])]);

  function listOf(numbers) {
    const list = new Uint32Array(numbers.length === 0 ? 0 : 2 * numbers.length + 1);
    for (const [index, number] of numbers.entries()) list[numbers.length + 1 + index] = firstPage + number;
    return new Uint8Array(list.buffer);
  }
}

function clxOf(pieces) {
  const table = new DataView(new ArrayBuffer(12 * pieces.length + 4));
  let at = 0;
  for (const [index, length] of pieces.entries()) {
    table.setUint32(4 * index, at, true);
    table.setUint32(4 * (pieces.length + 1) + 8 * index + 2, 0x40000000 + 2 * (TEXT_AT + at), true);
    at += length;
  }
  table.setUint32(4 * pieces.length, at, true);
  return joined([Uint8Array.of(2), little(table.byteLength, 4), new Uint8Array(table.buffer)]);
}

/** Sixty runs of a character each, which share sixty properties. */
function pageOfCharacters(offset) {
  const page = new DataView(new ArrayBuffer(PAGE));
  const list = 320;
  for (let run = 0; run <= 60; run += 1) page.setUint32(4 * run, offset + run, true);
  for (let run = 0; run < 60; run += 1) page.setUint8(4 * 61 + run, list / 2);
  page.setUint8(list, 180);
  for (let index = 0; index < 60; index += 1) page.setUint16(list + 1 + 3 * index, 0x0835, true);
  page.setUint8(PAGE - 1, 60);
  return new Uint8Array(page.buffer);
}

/** Five paragraphs of a character each, which share the definition of a table of 190 columns. */
function pageOfParagraphs(offset) {
  const page = new DataView(new ArrayBuffer(PAGE));
  const list = 100;
  for (let run = 0; run <= 5; run += 1) page.setUint32(4 * run, offset + run, true);
  for (let run = 0; run < 5; run += 1) page.setUint8(4 * 6 + 13 * run, list / 2);
  page.setUint8(list, 200);
  page.setUint16(list + 3, 0xd608, true);
  page.setUint16(list + 5, 390, true);
  page.setUint8(list + 7, 190);
  for (let column = 0; column < 190; column += 1) page.setInt16(list + 8 + 2 * column, column * 100, true);
  page.setUint8(PAGE - 1, 5);
  return new Uint8Array(page.buffer);
}

/** Files of Word 97 that say the same many times, by name. */
export const DOC_BOMBS = {
  'page of characters hundred thousand times.doc': () =>
    doc({ text: 'hello world\r', pages: [pageOfCharacters(TEXT_AT)], characters: Array(100_000).fill(0) }),
  'page of paragraphs hundred thousand times.doc': () =>
    doc({ text: 'hello world\r', pages: [pageOfParagraphs(TEXT_AT)], paragraphs: Array(100_000).fill(0) }),
  'twenty-five thousand pages of characters.doc': () =>
    doc({
      text: `${'a'.repeat(1_900_000)}\r`,
      pages: times(25_000, (index) => pageOfCharacters(TEXT_AT + 60 * index)),
      characters: times(25_000, (index) => index),
    }),
  'twenty-five thousand pages of paragraphs.doc': () =>
    doc({
      text: 'hello world\r',
      pages: times(25_000, (index) => pageOfParagraphs(TEXT_AT + 5 * index)),
      paragraphs: times(25_000, (index) => index),
    }),
  'twenty million paragraphs.doc': () => doc({ text: '\r'.repeat(20_000_000) }),
  'four million paragraphs.doc': () => doc({ text: '\r'.repeat(4_000_000) }),
  'four million cells.doc': () => doc({ text: '\x07'.repeat(4_000_000) }),
  'two million pages.doc': () => doc({ text: 'a\f'.repeat(2_000_000) }),
  'fields open in fields.doc': () => doc({ text: '\x13\x14'.repeat(200_000) + 'a'.repeat(400_000) }),
  'six million headers.doc': () => doc({ text: 'hello', stories: 6_000_000 }),
  'text in two million pieces.doc': () => doc({ text: 'hello', pieces: [5, ...Array(2_000_000).fill(0)] }),
};
