/** A record of a part of an XLSB file (MS-XLSB, 2.1.4). */
export interface BinaryRecord {
  readonly type: number;
  readonly content: DataView;
}

/** Numbers of records (MS-XLSB, 2.3.2). */
export const RECORD = {
  row: 0,
  string: 19,
  format: 44,
  style: 47,
  workbook: 153,
  sheet: 156,
  cellStylesBegin: 617,
  cellStylesEnd: 618,
} as const;

/** The records of a part, up to where it is damaged. */
export function* recordsOf(part: Uint8Array): Generator<BinaryRecord> {
  let at = 0;
  /** Seven bits a byte, lowest first. */
  const number = (most: number): number => {
    let value = 0;
    for (let index = 0; index < most; index += 1) {
      const byte = part[at] ?? 0;
      at += 1;
      value += (byte & 0x7f) * 2 ** (7 * index);
      if (byte < 0x80) break;
    }
    return value;
  };
  while (at < part.length) {
    const low = part[at] ?? 0;
    const high = low < 0x80 ? 0 : (part[at + 1] ?? 0);
    at += low < 0x80 ? 1 : 2;
    const type = low < 0x80 ? low : (low & 0x7f) + (high & 0x7f) * 0x80;
    const length = number(4);
    if (at + length > part.length) return;
    yield { type, content: new DataView(part.buffer, part.byteOffset + at, length) };
    at += length;
  }
}

/** A text with its length before it, and where it ends; empty where it does not fit. */
export function textAt(content: DataView, at: number): { readonly text: string; readonly end: number } {
  if (at + 4 > content.byteLength) return { text: '', end: content.byteLength };
  const end = at + 4 + 2 * content.getUint32(at, true);
  if (end > content.byteLength) return { text: '', end: content.byteLength };
  const bytes = new Uint8Array(content.buffer, content.byteOffset + at + 4, end - at - 4);
  return { text: new TextDecoder('utf-16le').decode(bytes), end };
}
