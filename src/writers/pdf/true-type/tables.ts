/** The tables of a TrueType file (https://learn.microsoft.com/typography/opentype/spec/otff), by their tags. */
export type Tables = ReadonlyMap<string, Uint8Array>;

const RECORD_BYTES = 16;
const HEADER_BYTES = 12;

/** Throws for what is no TrueType file: fonts come with this program, never from a caller. */
export function readTables(font: Uint8Array): Tables {
  const view = viewOf(font);
  if (view.getUint32(0) !== 0x00010000) throw new Error('not a TrueType font');
  const tables = new Map<string, Uint8Array>();
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const at = HEADER_BYTES + index * RECORD_BYTES;
    const tag = String.fromCharCode(...font.subarray(at, at + 4));
    const offset = view.getUint32(at + 8);
    tables.set(tag, font.subarray(offset, offset + view.getUint32(at + 12)));
  }
  return tables;
}

/** A file of these tables. Checksums are 0: nothing that shows PDFs looks at them. */
export function writeTables(tables: Tables): Uint8Array {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  let offset = HEADER_BYTES + sorted.length * RECORD_BYTES;
  const size = sorted.reduce((sum, [, table]) => sum + padded(table.length), offset);
  const font = new Uint8Array(size);
  const view = viewOf(font);
  view.setUint32(0, 0x00010000);
  view.setUint16(4, sorted.length);
  for (const [index, [tag, table]] of sorted.entries()) {
    const at = HEADER_BYTES + index * RECORD_BYTES;
    for (let letter = 0; letter < 4; letter += 1) font[at + letter] = tag.charCodeAt(letter);
    view.setUint32(at + 8, offset);
    view.setUint32(at + 12, table.length);
    font.set(table, offset);
    offset += padded(table.length);
  }
  return font;
}

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Throws where it is not there. */
export function tableOf(tables: Tables, tag: string): DataView {
  const table = tables.get(tag);
  if (table === undefined) throw new Error(`this font has no table ${tag}`);
  return viewOf(table);
}

const padded = (length: number): number => (length + 3) & ~3;
