import type { Markup } from '../markup';

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

/** The character that a `w:sym` shows; empty for a sign that no letter stands for. */
export function symbolText({ attributes }: Markup): string {
  const code = Number.parseInt(attributes['w:char'] ?? '', 16);
  if (!(code > 0 && code <= 0xffff)) return '';
  const isPrivate = code >= PRIVATE_USE && code <= PRIVATE_USE + 0xff;
  if (isPrivate || /wingdings/i.test(attributes['w:font'] ?? '')) return SIGNS[code & 0xff] ?? '';
  return String.fromCharCode(code);
}
