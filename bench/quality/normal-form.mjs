// What two spellings of one value have in common. Pure.

/** Nothing was given: null, blanks, an empty list. */
export function isEmpty(value) {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) && value.length === 0;
}

/** Lower case without accents, white space as single blanks. */
export function folded(value) {
  const bare = String(value)
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '');
  return bare.replace(/\s+/g, ' ').trim();
}

/** Folded, letters and digits only. */
export const bareLetters = (value) => folded(value).replace(/[^\p{L}\p{N}]+/gu, '');

/** The number that a value is or that a text prints, in either decimal style; null where it is none. */
export function numberOf(value) {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string') return null;
  const text = value.replace(/[\s\u00a0\u202f']/g, '');
  const negative = /^\(.*\)$/.test(text) || text.endsWith('-');
  const digits = text.replace(/[^0-9.,-]/g, '').replace(/-$/, '');
  if (!/\d/.test(digits)) return null;
  const number = Number(withPoint(digits));
  if (!Number.isFinite(number)) return null;
  return negative ? -Math.abs(number) : number;
}

/** The text with a point for its decimal sign and nothing between thousands. */
function withPoint(digits) {
  const comma = digits.lastIndexOf(',');
  const point = digits.lastIndexOf('.');
  if (comma >= 0 && point >= 0)
    return comma > point ? digits.replaceAll('.', '').replace(',', '.') : digits.replaceAll(',', '');
  if (comma >= 0) {
    const groupsThousands = /^-?(?!0,)\d{1,3}(,\d{3})+$/.test(digits) || /^-?\d{4,},\d{3}$/.test(digits);
    return groupsThousands ? digits.replaceAll(',', '') : digits.replace(/,(?=.*,)/g, '').replace(',', '.');
  }
  return digits.indexOf('.') === point ? digits : digits.replaceAll('.', '');
}
