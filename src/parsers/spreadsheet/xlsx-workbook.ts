import { EncryptedFileError } from 'hucre';
import { readXlsx } from 'hucre/xlsx';
import { allBelow } from '../office/markup';
import { openPackage } from '../office/office-package';
import { mainPartOf, relationshipsOf } from '../office/relationships';
import { openZip } from '../zip-archive';
import { dateText } from './cell-text';
import { refuseFarCells } from './sheet-extent';
import {
  damagedOrEncrypted,
  libraryValue,
  MAX_ROWS,
  refuseLong,
  refuseRepeated,
  type Sheet,
  type Workbook,
} from './workbook';

/** What all parts of a workbook may have when inflated. */
export const WORKBOOK_LIMITS = { entries: 10_000, entryBytes: 200 * 1024 * 1024, totalBytes: 200 * 1024 * 1024 };

/** Cells outside are not held: the library makes all rows as long as the longest. Column ALL is the thousandth. */
const READ_RANGE = 'A1:ALL1048576';

type Read = Awaited<ReturnType<typeof readXlsx>>;

/** Excel's XML format (ECMA-376), templates, add-ins and files with macros too. Throws `ParseError`. */
export async function readXlsxWorkbook(bytes: Uint8Array): Promise<Workbook> {
  await refuseFarCells(openZip(bytes, 'this spreadsheet', WORKBOOK_LIMITS));
  await refuseRepeatedSheets(bytes);
  const workbook = await read(bytes);
  const visible = workbook.sheets.filter((sheet) => sheet.hidden !== true && sheet.veryHidden !== true);
  return {
    properties: propertiesOf(workbook),
    sheets: visible.map(({ name, rows }): Sheet => {
      refuseLong(name, rows.length);
      return { name, rows: rows.map((row) => Array.from(row, libraryValue)) };
    }),
  };
}

async function refuseRepeatedSheets(bytes: Uint8Array): Promise<void> {
  const office = openPackage(bytes, 'this spreadsheet', new Set(['definedNames']));
  const main = await mainPartOf(office, 'xl/workbook.xml');
  const root = await office.read(main);
  const targets = new Map((await relationshipsOf(office, main)).map(({ id, target }) => [id, target]));
  const seen = new Set<string>();
  for (const { attributes } of root === null ? [] : allBelow(root, 'sheet')) {
    const target = targets.get(attributes['r:id'] ?? '');
    if (target === undefined) continue;
    refuseRepeated(seen.has(target), attributes.name ?? '');
    seen.add(target);
  }
}

async function read(bytes: Uint8Array): Promise<Read> {
  try {
    return await readXlsx(bytes, { maxRows: MAX_ROWS + 1, range: READ_RANGE });
  } catch (error) {
    throw damagedOrEncrypted(error instanceof EncryptedFileError);
  }
}

function propertiesOf(workbook: Read): Record<string, string> {
  const { title, creator, created, modified } = workbook.properties ?? {};
  const found: Record<string, unknown> = { title, author: creator, created, modified };
  return Object.fromEntries(
    Object.entries(found).flatMap(([name, value]) => {
      if (value instanceof Date) return [[name, dateText(value)]];
      return typeof value === 'string' && value !== '' ? [[name, value]] : [];
    }),
  );
}
