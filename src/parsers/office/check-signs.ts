/** How check boxes read in text. */
export const CHECKED = '☒';
export const UNCHECKED = '☐';

/** Signs of the Wingdings fonts that forms use, by the lower byte of their code. */
const SIGNS: Readonly<Record<number, string>> = {
  82: '☑',
  83: '☒',
  108: '•',
  110: '■',
  111: '☐',
  113: '☐',
  120: '☒',
  168: '☐',
  252: '✓',
  253: '☒',
  254: '☑',
};
/** Fonts with signs in place of letters keep them here. */
const PRIVATE_USE = 0xf000;

/** Whether a character stands for a sign of a symbol font. */
export function isSymbolCode(code: number): boolean {
  return code >= PRIVATE_USE && code <= PRIVATE_USE + 0xff;
}

/** The sign of a Wingdings font, by a code in its lower byte; empty: none that a letter stands for. */
export function signOf(code: number): string {
  return SIGNS[code & 0xff] ?? '';
}
