import type { CellValue } from './workbook';

/** The day that a time alone is counted from. */
const NO_DAY = '1899-12-30';

/** A cell as text: dates are ISO 8601, times of no day hours, minutes and seconds, numbers plain. */
export function cellText(value: CellValue): string {
  if (value === null) return '';
  if (value instanceof Date) return dateText(value);
  if (typeof value === 'number') return numberText(value);
  return typeof value === 'boolean' ? String(value) : value.trim();
}

export function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const iso = date.toISOString().replace(/\.000Z$/, '');
  if (iso.startsWith(NO_DAY)) return iso.slice(NO_DAY.length + 1);
  return iso.endsWith('T00:00:00') ? iso.slice(0, NO_DAY.length) : iso;
}

/** Plain digits; fifteen of them are what a spreadsheet keeps, the rest is noise of binary fractions. */
function numberText(value: number): string {
  if (!Number.isFinite(value)) return '';
  const text = String(Number(value.toPrecision(15)));
  return text.includes('e') ? value.toFixed(Math.abs(value) < 1 ? 20 : 0).replace(/(\.\d*?)0+$/, '$1') : text;
}
