import { fold } from '../../values/fold';
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

/** True for a row that carries a sum over: to another page, or from one period to the next. */
export function isCarried(texts: readonly string[]): boolean {
  return texts.slice(0, 4).some((text) => text.length < 60 && CARRIED_SURELY.test(fold(text)));
}

/** Words that begin a row of a sum, or of nothing but the page. */
const CARRIED = /^(?:vortrag|report|a reporter|transport|zwischensumme|page|seite)\b/;
const CARRIED_SURELY =
  /^(?:ubertrag|saldo-?vortrag|(?:balance |amount )?(?:carried|brought) (?:forward|over|down)|(?:opening|closing|starting|ending|previous) balance|(?:alter|neuer) (?:konto)?(?:stand|saldo)|(?:ancien|nouveau) solde|solde (?:precedent|initial|final)|suma y sigue|saldo (?:anterior|inicial|final|iniziale|finale)|riporto|a riportare|begin ?saldo|eind ?saldo)\b/;

/** True for a row whose first filled cell names a sum ("Total", "Zwischensumme", "MwSt 19 %", "carried forward") and is no item. */
export function isTotalRow(texts: readonly string[]): boolean {
  const first = texts.find((text) => text.trim() !== '');
  if (first === undefined || !/\p{L}/u.test(first)) return false;
  if (isCarried([first]) || CARRIED.test(fold(first))) return true;
  const words = tokens(
    first
      .replace(/\([^)]{0,200}\)/g, ' ')
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
