/** ISO 4217 codes that documents print; not the whole list, so that ordinary capitals ("ALL", "TOP") stay words. */
const CODES = new Set(
  'EUR USD GBP CHF JPY CNY INR AUD CAD NZD SEK NOK DKK PLN CZK HUF RON BGN TRY RUB UAH BRL MXN ARS CLP COP PEN ZAR EGP MAD NGN KES ILS AED SAR QAR KWD SGD HKD MYR THB IDR PHP VND KRW TWD PKR LKR BDT ISK RSD'.split(
    ' ',
  ),
);

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/€|\beuros?\b/iu, 'EUR'],
  [/£|\bpounds? sterling\b/iu, 'GBP'],
  [/₹|\bRs\.?(?=\s?\d)|\brupees?\b/iu, 'INR'],
  [/\bR\$/u, 'BRL'],
  [/\bA\$|\bAU\$/u, 'AUD'],
  [/\bC\$|\bCA\$/u, 'CAD'],
  [/\bS\$/u, 'SGD'],
  [/\bRM(?=\s?\d)|\bringgit\b/iu, 'MYR'],
  [/\bzł(?!\p{L})/iu, 'PLN'],
  [/\bKč(?!\p{L})/iu, 'CZK'],
  [/\d\s?Ft\b/u, 'HUF'],
  [/\bSFr\.?|\bFr\.(?=\s?\d)/u, 'CHF'],
  [/¥|\byen\b/iu, 'JPY'],
  [/₺/u, 'TRY'],
  [/₽/u, 'RUB'],
  [/₩/u, 'KRW'],
  [/\$|\bUS dollars?\b/iu, 'USD'],
];

/** The ISO 4217 code that a text names by code or sign, and where; null when it names none. */
export function findCurrency(
  text: string,
): { readonly code: string; readonly start: number; readonly end: number } | null {
  for (const match of text.matchAll(/(?<![\p{L}\d])[A-Z]{3}(?![\p{L}])/gu)) {
    if (CODES.has(match[0])) return { code: match[0], start: match.index, end: match.index + 3 };
  }
  for (const [pattern, code] of SIGNS) {
    const match = pattern.exec(text);
    if (match !== null) return { code, start: match.index, end: match.index + match[0].length };
  }
  return null;
}
