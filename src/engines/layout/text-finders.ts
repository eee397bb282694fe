import { type FoundText, findEmails, findIbans, findIsins, findPhones } from '../values/identifiers';

/** After a label less is asked of a phone number's shape than in running text. */
export function phones(text: string): FoundText[] {
  const sure = findPhones(text);
  if (sure.length > 0) return sure;
  const match = /[+(]?\d[\d ()/.-]{5,18}\d/.exec(text);
  return match === null ? [] : [{ value: match[0], start: match.index, end: match.index + match[0].length }];
}

/** IBANs whose check number is right; else what is set like one, for `validate` to flag. */
export function ibans(text: string): FoundText[] {
  const checked = findIbans(text);
  if (checked.length > 0) return checked;
  const match = /(?<![\p{L}\d])[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){3,7}(?: ?[A-Z\d]{1,3})?(?![\p{L}\d])/u.exec(text);
  return match === null ? [] : [{ value: match[0], start: match.index, end: match.index + match[0].length }];
}

/** The same for ISINs. */
export function isins(text: string): FoundText[] {
  const checked = findIsins(text);
  if (checked.length > 0) return checked;
  const match = /(?<![\p{L}\d])[A-Z]{2}[A-Z\d]{9}\d(?![\p{L}\d])/u.exec(text);
  return match === null || !/\d{3}/.test(match[0])
    ? []
    : [{ value: match[0], start: match.index, end: match.index + 12 }];
}

/** Tax ids without a known national shape: letters, digits and blanks with at least six digits. */
export function taxIds(text: string): FoundText[] {
  const match = /(?<![\p{L}\d])(?:[A-Z]{2,6}-){0,3}[A-Z]{0,4}[ -]?\d[A-Z\d./ -]{4,18}[A-Z\d]/u.exec(text);
  return match === null || match[0].replace(/\D/g, '').length < 6
    ? []
    : [{ value: match[0], start: match.index, end: match.index + match[0].length }];
}

/** Booking systems make codes of capitals that need not have a digit. */
export function bookingCodes(text: string): FoundText[] {
  const match = /^\W*([A-Z]{5,8})\W*$/.exec(text);
  if (match?.[1] === undefined) return identifiers(withoutProven(text));
  const start = match[0].indexOf(match[1]);
  return [{ value: match[1], start, end: start + match[1].length }];
}

/** The same text with blanks where numbers stand that prove by themselves to be something else. */
export function withoutProven(text: string): string {
  return [...findIsins(text), ...findIbans(text), ...findEmails(text)].reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    text,
  );
}

/** The first code of a text: a word with a digit, with the capital words right before it and digit words right after. */
export function identifiers(text: string): FoundText[] {
  const match =
    /(?<![\p{L}\d])(?:[A-Z]{1,5}[ ])?(?=[\p{L}\d/_.#-]*\d)[\p{L}\d][\p{L}\d/_.+#-]*(?:\/ ?[\p{L}\d/_.-]+)?(?: \d[\d/-]*(?![\p{L}.,:€$%]))*/u.exec(
      text,
    );
  if (match === null) return [];
  const value = match[0].replace(/[.,;:/-]+$/, '');
  if (/^\d{1,2}\.\d{1,2}\.\d{2,4}$/.test(value) || /^\d{1,3}(?:[.,]\d{3})*[.,]\d{2}$/.test(value)) return [];
  return [{ value, start: match.index, end: match.index + value.length }];
}

/** The airport's code where one is asked for and printed ("Vienna (VIE)"), else the place's name. */
export function placeCodes(text: string): FoundText[] {
  const code = /(?<=\()[A-Z]{3}(?=\))|^\s*[A-Z]{3}\s*$/.exec(text);
  if (code === null) return names(text);
  const start = code.index + (code[0].length - code[0].trimStart().length);
  return [{ value: code[0].trim(), start, end: start + 3 }];
}

/** A name ends at a wide mark: a bar, a bullet, a street after a comma. */
export function names(text: string): FoundText[] {
  const start = /^[\s:;,.|*•·–-]*/.exec(text)?.[0].length ?? 0;
  const rest = text.slice(start);
  const end =
    /\s*<[^>]*(?:@|$)|,\s(?=\p{Ll}{5,})|\s[|•·●▪–—]\s|\s-\s(?=.*\d)|,\s(?=[^,]*\d)|\s{3,}|\t/u.exec(rest)?.index ??
    rest.length;
  const value = rest.slice(0, end).trim();
  if (
    value.length < 2 ||
    value.length > 120 ||
    (value.length < 3 && value !== text.trim()) ||
    !/\p{L}{2}|\p{Lu}\p{L}?\.?\s/u.test(value)
  )
    return [];
  return [{ value, start, end: start + value.length }];
}

export function plain(text: string): FoundText[] {
  const start = /^[\s:;|•·–]*/.exec(text)?.[0].length ?? 0;
  const value = text.slice(start).trim();
  return value === '' || !/[\p{L}\d]/u.test(value) ? [] : [{ value, start, end: start + value.length }];
}
