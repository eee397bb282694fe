/** Characters from which on a text is prose, not an amount, count, date or rate. */
const MAX_CHARACTERS = 24;
/** Letters an amount may carry: a currency code, a unit. */
const MAX_LETTERS = 3;

/** Whether a text reads as an amount, a count, a date, a time or a rate: "1.234,50 EUR", "19 %", "2024-01-31", "(12)". */
export function isNumeric(text: string): boolean {
  if (text.length > MAX_CHARACTERS || !/\d/.test(text)) return false;
  const digits = text.replace(/\D/g, '').length;
  const letters = text.replace(/\P{L}/gu, '').length;
  return letters <= MAX_LETTERS && digits >= letters;
}

/** Whether a text only fills an empty cell: a dash, dots, nothing. */
export function isPlaceholder(text: string): boolean {
  return /^[\s\-–—.…*/]*$/.test(text);
}
