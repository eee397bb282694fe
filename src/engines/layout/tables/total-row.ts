import { phrasesOf } from '../lexicon/catalogue';
import { phraseKey, tokens } from '../lexicon/tokens';
import { totalNamed } from '../lexicon/total-words';
import { TOTAL_CONCEPTS } from '../lexicon/totals';

const SUMMING = new Set(['total-net', 'total-tax', 'total-gross', 'amount-due', 'paid-amount', 'shipping-total']);

const WORDINGS: ReadonlySet<string> = new Set(
  TOTAL_CONCEPTS.filter((concept) => SUMMING.has(concept.id)).flatMap((concept) => [
    ...phrasesOf(concept).labels.keys(),
  ]),
);

const CARRIED =
  /^(?:ubertrag|übertrag|carried|brought|report|a reporter|suma y sigue|transport|zwischensumme|page|seite)\b/iu;

/** True for a row whose first filled cell names a sum ("Total", "Zwischensumme", "MwSt 19 %", "carried forward") and is no item. */
export function isTotalRow(texts: readonly string[]): boolean {
  const first = texts.find((text) => text.trim() !== '');
  if (first === undefined || !/\p{L}/u.test(first)) return false;
  if (CARRIED.test(first.trim())) return true;
  const words = tokens(
    first
      .replace(/\(.*?\)/g, ' ')
      .replace(/[\d.,%€$£]+/g, ' ')
      .replace(/\b(?:EUR|USD|GBP|CHF|PLN|CZK|HUF|INR)\b/g, ' '),
  ).filter((word) => word !== 'percent');
  if (words.length === 0 || words.length > 6) return false;
  if (totalNamed(words) !== null || WORDINGS.has(phraseKey(words))) return true;
  for (let count = Math.min(4, words.length); count >= 1; count -= 1) {
    if (WORDINGS.has(phraseKey(words.slice(0, count))) && count / words.length >= 0.6) return true;
  }
  return (
    /^(?:total|summe|gesamt|somme|totale|totaal|razem|celkem|osszesen|sub total|subtotal)$/.test(words[0] ?? '') &&
    words.length <= 2
  );
}
