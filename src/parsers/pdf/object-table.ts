import { joinBytes } from '../join-bytes';
import { findText } from './find-bytes';
import type { Place } from './object-places';
import type { PdfTrailer } from './pdf-trailer';
import { writtenValue } from './write-value';

/** Bytes that may stand before a PDF; places are counted from its own first. */
const HEADER_REACH = 1024;
/** Of each object: its kind, its place or the stream that holds it, its generation or which one of the stream it is. */
const WIDTHS = '1 4 3';
const ROW = 8;
const [OPEN, PACKED] = [1, 2];
/** PDFium knows no higher ones. */
const MAX_NUMBER = 4_000_000;

/**
 * A table of a file's objects (ISO 32000-1, 7.5.8) to follow its bytes, which leads to these places and nowhere else: readers
 * that go by the table see what was looked at, whatever other tables there are.
 */
export function tableOf(bytes: Uint8Array, places: ReadonlyMap<number, Place>, trailer: PdfTrailer): Uint8Array {
  const header = Math.max(0, findText(bytes.subarray(0, HEADER_REACH), '%PDF-'));
  const numbers = [...places.keys()].filter((number) => number > 0 && number < MAX_NUMBER).sort((a, b) => a - b);
  const own = (numbers.at(-1) ?? 0) + 1;
  const rows = new Uint8Array(ROW * numbers.length);
  for (const [index, number] of numbers.entries()) {
    const place = places.get(number);
    if (place !== undefined) rows.set(rowOf(place, header), ROW * index);
  }
  const entries = [...trailer].map(
    ([name, value]) => `${name} ${writtenValue(value, (number) => places.get(number)?.generation ?? 0)}`,
  );
  const start = bytes.length + 1 - header;
  const head = `\n${own} 0 obj\n<< /Type /XRef /Size ${own + 1} /W [${WIDTHS}] /Index [${runsOf(numbers)}] ${entries.join(' ')} /Length ${rows.length} >>\nstream\n`;
  return joinBytes([latin(head), rows, latin(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`)]);
}

/** Fields from the last on: each is written four bytes long, and the one before it over what is too long. */
function rowOf({ head, generation }: Place, header: number): Uint8Array {
  const [kind, where, which] =
    typeof head === 'number' ? [OPEN, head - header, generation] : [PACKED, head.holder, head.index];
  const row = new DataView(new ArrayBuffer(ROW));
  row.setUint32(4, which);
  row.setUint32(1, where);
  row.setUint8(0, kind);
  return new Uint8Array(row.buffer);
}

/** The first of each run of numbers, and how many it has. */
function runsOf(ascending: readonly number[]): string {
  const runs: string[] = [];
  let first = 0;
  for (const [index, number] of ascending.entries()) {
    if (ascending[index + 1] === number + 1) continue;
    runs.push(`${ascending[first]} ${index - first + 1}`);
    first = index + 1;
  }
  return runs.join(' ');
}

const latin = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
