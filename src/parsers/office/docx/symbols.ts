import { isSymbolCode, signOf } from '../check-signs';
import type { Markup } from '../markup';

/** The character that a `w:sym` shows; empty for a sign that no letter stands for. */
export function symbolText({ attributes }: Markup): string {
  const code = Number.parseInt(attributes['w:char'] ?? '', 16);
  if (!(code > 0 && code <= 0xffff)) return '';
  if (isSymbolCode(code) || /wingdings/i.test(attributes['w:font'] ?? '')) return signOf(code);
  return String.fromCharCode(code);
}
