import { errorText } from './error-text';
import { serialDate } from './serial-date';
import type { CellValue } from './workbook';
import { type BinaryRecord, textAt } from './xlsb-records';

/** What cells refer to. */
export interface CellContext {
  readonly strings: readonly string[];
  /** By the number of a style: whether it shows numbers as dates. */
  readonly areDates: readonly boolean[];
  readonly isDate1904: boolean;
}

export interface Cell {
  /** Null: the one after the cell before. */
  readonly column: number | null;
  readonly value: CellValue;
}

type Kind = 'blank' | 'packed' | 'error' | 'boolean' | 'number' | 'text' | 'string';

/** Kinds of cells by the number of their record; formulas come with their last result. */
const KINDS: readonly (Kind | null)[] = [
  null,
  ...(['blank', 'packed', 'error', 'boolean', 'number', 'text', 'string'] as const),
  ...(['text', 'number', 'boolean', 'error'] as const),
  ...(['blank', 'packed', 'error', 'boolean', 'number', 'text', 'string'] as const),
];
/** From here on records leave the column out. */
const FIRST_SHORT = 12;
/** Bytes that the content of a kind has at least. */
const LEAST_BYTES: Readonly<Record<Kind, number>> = {
  blank: 0,
  packed: 4,
  error: 1,
  boolean: 1,
  number: 8,
  text: 4,
  string: 4,
};

/** The cell that a record holds; null: it holds none, or is cut off. */
export function cellOf({ type, content }: BinaryRecord, context: CellContext): Cell | null {
  const kind = KINDS[type] ?? null;
  const styleAt = type >= FIRST_SHORT ? 0 : 4;
  const at = styleAt + 4;
  if (kind === null || content.byteLength < at + LEAST_BYTES[kind]) return null;
  const column = styleAt === 0 ? null : content.getUint32(0, true);
  const style = content.getUint32(styleAt, true) & 0xffffff;
  const value = contentOf(kind, content, at, context);
  const isDate = typeof value === 'number' && context.areDates[style] === true;
  return { column, value: isDate ? serialDate(value, context.isDate1904) : value };
}

function contentOf(kind: Kind, content: DataView, at: number, { strings }: CellContext): CellValue {
  if (kind === 'blank') return null;
  if (kind === 'packed') return packedNumber(content.getInt32(at, true));
  if (kind === 'error') return errorText(content.getUint8(at));
  if (kind === 'boolean') return content.getUint8(at) !== 0;
  if (kind === 'number') return content.getFloat64(at, true);
  return kind === 'text' ? textAt(content, at).text : (strings[content.getUint32(at, true)] ?? null);
}

/** A number in 30 bits, whole or the upper part of a double, perhaps a hundredth (MS-XLSB, 2.5.122). */
function packedNumber(packed: number): number {
  const number = (packed & 2) === 0 ? upperHalf(packed & ~3) : packed >> 2;
  return (packed & 1) === 0 ? number : number / 100;
}

function upperHalf(bits: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setInt32(4, bits, true);
  return view.getFloat64(0, true);
}
