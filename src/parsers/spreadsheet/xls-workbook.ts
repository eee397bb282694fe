import { readXls } from 'hucre';
import { summaryProperties } from '../office/summary-properties';
import { openCompoundFile } from '../ole/compound-file';
import { damagedOrEncrypted, libraryValue, refuseLong, refuseRepeated, type Sheet, type Workbook } from './workbook';

/** Numbers of records of the workbook itself, which come before those of its sheets (MS-XLS, 2.3). */
const END = 0x0a;
const PASSWORD = 0x2f;
const SHEET = 0x85;

/** Excel's binary format of 1997-2003 (MS-XLS). Throws `ParseError`. */
export async function readXlsWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const root = openCompoundFile(bytes);
  const stream = root?.stream('Workbook') ?? root?.stream('Book') ?? null;
  if (root === null || stream === null) throw damagedOrEncrypted(false);
  const { isEncrypted, hidden } = globalsOf(stream);
  if (isEncrypted) throw damagedOrEncrypted(true);
  const workbook = await readXls(bytes).catch(() => {
    throw damagedOrEncrypted(false);
  });
  const visible = workbook.sheets.filter((sheet) => !hidden.has(sheet.name));
  return {
    properties: summaryProperties(root.stream('\x05SummaryInformation')),
    sheets: visible.map(({ name, rows }): Sheet => {
      refuseLong(name, rows.length);
      return { name, rows: Array.from(rows, (row) => Array.from(row ?? [], libraryValue)) };
    }),
  };
}

/** What the library does not tell. */
function globalsOf(stream: Uint8Array): { isEncrypted: boolean; hidden: ReadonlySet<string> } {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const hidden = new Set<string>();
  const places = new Set<number>();
  let at = 0;
  while (at + 4 <= stream.length) {
    const kind = view.getUint16(at, true);
    const record = stream.subarray(at + 4, at + 4 + view.getUint16(at + 2, true));
    if (kind === PASSWORD) return { isEncrypted: true, hidden };
    if (kind === SHEET && record.length >= 8) {
      const place = view.getUint32(at + 4, true);
      refuseRepeated(places.has(place), sheetName(record));
      places.add(place);
    }
    if (kind === SHEET && ((record[4] ?? 0) & 3) !== 0) hidden.add(sheetName(record));
    if (kind === END) break;
    at += 4 + record.length;
  }
  return { isEncrypted: false, hidden };
}

function sheetName(record: Uint8Array): string {
  const isWide = ((record[7] ?? 0) & 1) === 1;
  const bytes = record.subarray(8, 8 + (record[6] ?? 0) * (isWide ? 2 : 1));
  return new TextDecoder(isWide ? 'utf-16le' : 'windows-1252').decode(bytes);
}
