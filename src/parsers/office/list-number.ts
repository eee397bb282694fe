/** How a list counts: the words of OOXML (`w:numFmt`); OpenDocument's and RTF's are translated to them. */
export type NumberFormat = string;

const ROMAN: readonly (readonly [value: number, letters: string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** The number of a list item as printed; formats that are not known count in digits. */
export function listNumber(value: number, format: NumberFormat): string {
  if (format === 'lowerLetter') return letters(value);
  if (format === 'upperLetter') return letters(value).toUpperCase();
  if (format === 'lowerRoman') return roman(value);
  if (format === 'upperRoman') return roman(value).toUpperCase();
  if (format === 'decimalZero') return String(value).padStart(2, '0');
  return format === 'none' ? '' : String(value);
}

/** a to z, then aa, bb and so on, as word processors count. */
function letters(value: number): string {
  const index = Math.max(0, value - 1);
  return String.fromCharCode(97 + (index % 26)).repeat(Math.min(9, 1 + Math.floor(index / 26)));
}

function roman(value: number): string {
  let left = Math.min(Math.max(0, value), 3999);
  let text = '';
  for (const [size, digits] of ROMAN) {
    while (left >= size) {
      text += digits;
      left -= size;
    }
  }
  return text;
}
