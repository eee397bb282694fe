import { fold } from './fold';

const TRUE_WORDS = new Set(
  'yes true y ja oui si sim tak ano igen wahr vrai vero verdadero x on checked 1 ✓ ✔ ☑ ☒ [x]'.split(' '),
);
const FALSE_WORDS = new Set(
  'no false n nein non nee nao nie ne nem falsch faux falso off unchecked none 0 ☐ [ ] ✗ ✘'.split(' '),
);

/** A whole text as yes or no, in ten languages and as a tick; null when it is neither. */
export function readBoolean(text: string): boolean | null {
  const word = fold(text).replace(/[.,;:!]+$/, '');
  if (TRUE_WORDS.has(word)) return true;
  if (FALSE_WORDS.has(word) || word === '[ ]') return false;
  return null;
}
