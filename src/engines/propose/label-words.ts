import { contentTokens, tokens } from '../layout/lexicon/tokens';

const CODE_WORDS = new Set(
  'number id code reference phone fax zip postal plz postcode sku ean gtin isbn iban bic swift wkn isin version'.split(
    ' ',
  ),
);

/** Whether a label names a code, whose digits are no quantity. */
export function namesCode(label: string): boolean {
  if (namesCount(label)) return false;
  const words = contentTokens(tokens(label.replace(/_/g, ' ').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')));
  return CODE_WORDS.has(words.at(-1) ?? '') || CODE_WORDS.has(words[0] ?? '');
}

/** "Number of pages", "Anzahl der Seiten", "nombre de pages". */
export const namesCount = (label: string): boolean =>
  /^(?:the )?(?:number|no\.?|count)[\s_]+of\b|^how many\b|^(?:anzahl|aantal)\b|^nombre d/i.test(label.trim());
