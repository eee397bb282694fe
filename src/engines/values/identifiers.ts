/** A text found inside another. */
export interface FoundText {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** IBANs with a right check number (ISO 7064 mod 97-10), as printed with their blanks. */
export function findIbans(text: string): FoundText[] {
  const found: FoundText[] = [];
  for (const match of text.matchAll(/(?<![\p{L}\d])[A-Z]{2} ?\d{2}(?: ?[A-Z\d]){11,30}/gu)) {
    const value = longestIban(match[0]);
    if (value !== null) found.push({ value, start: match.index, end: match.index + value.length });
  }
  return found;
}

/** Words that follow an IBAN on its line may look like more of it: the longest prefix that checks is taken. */
function longestIban(text: string): string | null {
  for (let end = text.length; end >= 15; end -= 1) {
    const prefix = text.slice(0, end);
    if (!prefix.endsWith(' ') && text.charAt(end).trim() === '' && isIban(prefix)) return prefix;
  }
  return null;
}

/** True for an IBAN whose check number is right; blanks do not matter. */
export function isIban(text: string): boolean {
  const plain = text.replace(/\s/g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/.test(plain)) return false;
  const length = IBAN_LENGTHS.get(plain.slice(0, 2));
  if (length !== undefined && length !== plain.length) return false;
  const rearranged = plain.slice(4) + plain.slice(0, 4);
  let rest = 0;
  for (const character of rearranged) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/** From the SWIFT IBAN registry. */
const IBAN_LENGTHS: ReadonlyMap<string, number> = new Map(
  'AT20 BE16 BG22 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FR27 GB22 GR27 HR21 HU28 IE22 IT27 LI21 LT20 LU20 LV21 MC27 MT31 NL18 NO15 PL28 PT25 RO24 RS22 SE24 SI19 SK24 SM27 TR26'
    .split(' ')
    .map((one): [string, number] => [one.slice(0, 2), Number(one.slice(2))]),
);

/** VAT identification numbers of the EU, GB, CH and NO by their national shapes (VIES). */
const VAT_SHAPES =
  /(?<![\p{L}\d])(?:AT ?U ?\d{8}|ATU ?\d{8}|BE ?[01]?(?:\d{9}|\d{3}\.\d{3}\.\d{3})|BG ?\d{9,10}|CY ?\d{8}[A-Z]|CZ ?\d{8,10}|DE ?\d{9}|DE ?\d{3} \d{3} \d{3}|DE(?: ?\d){9}|DK ?\d{8}|EE ?\d{9}|EL ?\d{9}|ES ?[A-Z\d]\d{7}[A-Z\d]|FI ?\d{8}|FR ?[A-Z\d]{2} ?\d{3} ?\d{3} ?\d{3}|GB ?\d{3} ?\d{4} ?\d{2}|HR ?\d{11}|HU ?\d{8}|IE ?\d[A-Z\d]\d{5}[A-Z]{1,2}|IT ?\d{11}|LT ?(?:\d{9}|\d{12})|LU ?\d{8}|LV ?\d{11}|MT ?\d{8}|NL ?\d{9} ?B ?\d{2}|NO ?\d{9}(?: ?MVA)?|PL ?\d{10}|PT ?\d{9}|RO ?\d{2,10}|SE ?\d{12}|SI ?\d{8}|SK ?\d{10}|CHE[- ]?\d{3}\.?\d{3}\.?\d{3}(?: ?(?:MWST|TVA|IVA|VAT))?)(?![\p{L}\d])/gu;

export function findVatIds(text: string): FoundText[] {
  return matches(text, VAT_SHAPES);
}

/** ISO 9362; needs a capital spelling and a country, so that eight-letter words stay words. */
export function findBics(text: string): FoundText[] {
  return matches(
    text,
    /(?<![\p{L}\d])[A-Z]{4}(?:AT|BE|BG|BR|CA|CH|CY|CZ|DE|DK|EE|ES|FI|FR|GB|GR|HR|HU|IE|IN|IT|JP|LI|LT|LU|LV|MT|NL|NO|PL|PT|RO|SE|SG|SI|SK|TR|US)[A-Z\d]{2}(?:[A-Z\d]{3})?(?![\p{L}\d])/gu,
  );
}

/** ISO 6166 with its check digit. */
export function findIsins(text: string): FoundText[] {
  return matches(text, /(?<![\p{L}\d])[A-Z]{2}[A-Z\d]{9}\d(?![\p{L}\d])/gu).filter((one) => isIsin(one.value));
}

function isIsin(text: string): boolean {
  return isLuhn([...text].map((character) => String(Number.parseInt(character, 36))).join(''));
}

/** ISO/IEC 7812: every other digit from the right doubled, the sum divisible by ten. */
export function isLuhn(digits: string): boolean {
  let sum = 0;
  for (const [place, digit] of [...digits].reverse().entries()) {
    const doubled = Number(digit) * (place % 2 === 0 ? 1 : 2);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

export function findEmails(text: string): FoundText[] {
  return matches(text, /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,5}/gu);
}

export function findUrls(text: string): FoundText[] {
  return matches(
    text,
    /(?<![\p{L}\d@.])(?:https?:\/\/[^\s<>"')]+|www\.[\p{L}\d-]+(?:\.[\p{L}\d-]+)+(?:\/[^\s<>"')]*)?|[\p{L}\d-]{2,63}\.(?:com|org|net|io|dev|eu|de|fr|es|it|nl|at|ch|uk|me)\/[^\s<>"')]{2,})/gu,
  );
}

export function findPhones(text: string): FoundText[] {
  return matches(
    text,
    /(?<![\p{L}\d.,/-])(?:\+|00|\(?0|\(?[2-9]\d{2}\)?[ .-])[\d ()/.–-]{6,20}\d(?![\p{L}\d])/gu,
  ).filter((one) => /^\D*(?:\d\D*){7,15}$/.test(one.value) && !/^\d{1,2}\.\d{1,2}\.\d{4}$/.test(one.value));
}

function matches(text: string, pattern: RegExp): FoundText[] {
  return [...text.matchAll(pattern)].map((match) => ({
    value: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}
