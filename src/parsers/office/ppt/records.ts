import { ParseError } from '../../parse-error';

/** A record of a PowerPoint 97-2003 stream (MS-PPT, 2.3.1). */
export interface PptRecord {
  readonly type: number;
  /** Of several meanings of one type, which. */
  readonly instance: number;
  readonly content: DataView;
}

export const HEADER_BYTES = 8;
const CONTAINER = 0xf;
/** Records inside records. */
const MAX_DEPTH = 50;
/** Records that follow each other: twenty texts on each of ten thousand slides. */
const MAX_IN_A_ROW = 200_000;

/** The record that begins at an offset; null when it does not fit. */
export function recordAt(stream: DataView, offset: number): PptRecord | null {
  if (offset + HEADER_BYTES > stream.byteLength) return null;
  const length = stream.getUint32(offset + 4, true);
  if (offset + HEADER_BYTES + length > stream.byteLength) return null;
  return {
    type: stream.getUint16(offset + 2, true),
    instance: stream.getUint16(offset, true) >> 4,
    content: new DataView(stream.buffer, stream.byteOffset + offset + HEADER_BYTES, length),
  };
}

/** The records that follow each other in a container or in the stream. Throws `ParseError` for too many. */
export function recordsIn(content: DataView): PptRecord[] {
  const records: PptRecord[] = [];
  let at = 0;
  for (let record = recordAt(content, at); record !== null; record = recordAt(content, at)) {
    records.push(record);
    if (records.length > MAX_IN_A_ROW)
      throw new ParseError(
        'document-unreadable',
        `this PowerPoint presentation has more than ${MAX_IN_A_ROW} records in a row; save it as .pptx, in several files`,
      );
    at += HEADER_BYTES + record.content.byteLength;
  }
  return records;
}

/** All records of a type below, outermost first; not looked for inside one another. */
export function recordsBelow(content: DataView, type: number, depth = 0): PptRecord[] {
  const found: PptRecord[] = [];
  let at = 0;
  for (let record = recordAt(content, at); record !== null; record = recordAt(content, at)) {
    if (record.type === type) found.push(record);
    else if ((content.getUint8(at) & CONTAINER) === CONTAINER && depth < MAX_DEPTH) {
      for (const below of recordsBelow(record.content, type, depth + 1)) found.push(below);
    }
    at += HEADER_BYTES + record.content.byteLength;
  }
  return found;
}

/** Types of records (MS-PPT, 2.13.24, and MS-ODRAW). */
export const RECORD = {
  document: 1000,
  slide: 1006,
  notesAtom: 1009,
  slidePersist: 1011,
  slideShowInfo: 1017,
  notes: 1008,
  placeholder: 3011,
  outlineReference: 3998,
  textHeader: 3999,
  textCharacters: 4000,
  textBytes: 4008,
  slideList: 4080,
  persistDirectory: 6002,
  shape: 0xf004,
  textBox: 0xf00d,
  childAnchor: 0xf00f,
  clientAnchor: 0xf010,
} as const;
