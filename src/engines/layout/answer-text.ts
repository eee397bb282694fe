import { checkValue } from '../../schema/check';
import { findCurrency } from '../values/currency';
import { findTime } from '../values/date';
import { findDurations, findMinutes } from '../values/duration';
import {
  type FoundText,
  findBics,
  findEmails,
  findIbans,
  findIsins,
  findPhones,
  findUrls,
  findVatIds,
} from '../values/identifiers';
import type { Locale } from '../values/locale';
import { type ReadValue, readValues } from '../values/scalar';
import type { Question } from './question';

/** A description that shows spans of time as a count and its unit: "2 years". */
const COUNTED = /\b\d{1,3} (?:day|week|month|year)s?\b/iu;

/** Cuts a printed text into the values that answer a question, by the kind of its concept; in print order, maybe none. */
export function answersIn(question: Question, text: string, written: Locale): ReadValue[] {
  const { node, kind } = question;
  const locale = question.dayOrder === null ? written : { ...written, dayOrder: question.dayOrder, dayOrderSeen: true };
  if (question.inMinutes && (node.type === 'number' || node.type === 'integer')) {
    const found = findMinutes(text);
    if (found !== null)
      return [
        {
          value: found.minutes,
          text: text.slice(found.start, found.end),
          start: found.start,
          end: found.end,
          fit: 1,
          flags: [],
        },
      ];
  }
  if (node.type !== 'string' || node.choices !== null)
    return readValues(node, text, locale).filter((one) => kind === 'percent' || !isPercent(text, one));
  switch (kind) {
    case 'iban':
      return texts(ibans(text), text).map(unspaced);
    case 'bic':
      return texts(findBics(text), text).map(unspaced);
    case 'isin':
      return texts(isins(text), text);
    case 'email':
      return texts(findEmails(text), text);
    case 'url':
      return texts(findUrls(text), text);
    case 'phone':
      return texts(phones(text), text);
    case 'vat-id': {
      const found = findVatIds(text);
      return texts(found.length > 0 ? found : taxIds(text), text).map(unspaced);
    }
    case 'currency': {
      const found = findCurrency(text);
      return found === null
        ? []
        : [
            {
              value: found.code,
              text: text.slice(found.start, found.end),
              start: found.start,
              end: found.end,
              fit: 1,
              flags: [],
            },
          ];
    }
    case 'identifier':
      return texts(
        question.concept?.id === 'booking-reference' ? bookingCodes(text) : identifiers(withoutProven(text)),
        text,
      );
    case 'name':
      // The "From" and "To" of a mail are people, not the ends of a journey.
      if (text.includes('@') && (question.concept?.id === 'origin' || question.concept?.id === 'destination'))
        return [];
      return texts(/\bIATA\b/.test(node.description) ? placeCodes(text) : names(text), text);
    case 'time': {
      const found = findTime(text);
      return found === null ? [] : texts([{ ...found, value: text.slice(found.start, found.end) }], text);
    }
    case 'duration':
      return findDurations(text).map((one) => ({
        ...one,
        value: COUNTED.test(node.description) ? one.value : one.text,
        fit: 1,
        flags: [],
      }));
    case 'date':
    case 'amount':
    case 'quantity':
    case 'percent':
      return readValues({ ...node, type: kind === 'date' ? 'date' : 'number' }, text, locale)
        .map((one) => (kind === 'quantity' ? withUnit(one, text) : { ...one, value: one.text }))
        .filter((one) => checkValue(node, one.value) === null);
    case 'text':
      return texts(plain(text), text).filter((one) => checkValue(node, one.value) === null);
  }
}

function texts(found: readonly FoundText[], text: string): ReadValue[] {
  return found.map((one) => ({
    ...one,
    text: one.value,
    fit: Math.min(1, 0.75 + one.value.length / (4 * Math.max(1, text.trim().length))),
    flags: [],
  }));
}

/** A quantity as text is told with what is counted: "1,4 kg", "2 adults". */
function withUnit(one: ReadValue, text: string): ReadValue {
  const unit = /^\s?[\p{L}²³°]{1,14}(?=\s*(?:$|[,;.(]))/u.exec(text.slice(one.end))?.[0] ?? '';
  const value = `${one.text}${unit}`;
  return { ...one, value, text: value, end: one.end + unit.length };
}

/** Bank and tax numbers are set in groups for people; canonical is without the blanks. */
function unspaced(answer: ReadValue): ReadValue {
  return { ...answer, value: String(answer.value).replace(/\s/g, '') };
}

function isPercent(text: string, one: ReadValue): boolean {
  return typeof one.value === 'number' && /^\s?%/.test(text.slice(one.end));
}

/** After a label less is asked of a phone number's shape than in running text. */
function phones(text: string): FoundText[] {
  const sure = findPhones(text);
  if (sure.length > 0) return sure;
  const match = /[+(]?\d[\d ()/.-]{5,18}\d/.exec(text);
  return match === null ? [] : [{ value: match[0], start: match.index, end: match.index + match[0].length }];
}

/** IBANs whose check number is right; else what is set like one, for `validate` to flag. */
function ibans(text: string): FoundText[] {
  const checked = findIbans(text);
  if (checked.length > 0) return checked;
  const match = /(?<![\p{L}\d])[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){3,7}(?: ?[A-Z\d]{1,3})?(?![\p{L}\d])/u.exec(text);
  return match === null ? [] : [{ value: match[0], start: match.index, end: match.index + match[0].length }];
}

/** The same for ISINs. */
function isins(text: string): FoundText[] {
  const checked = findIsins(text);
  if (checked.length > 0) return checked;
  const match = /(?<![\p{L}\d])[A-Z]{2}[A-Z\d]{9}\d(?![\p{L}\d])/u.exec(text);
  return match === null || !/\d{3}/.test(match[0])
    ? []
    : [{ value: match[0], start: match.index, end: match.index + 12 }];
}

/** Tax ids without a known national shape: letters, digits and blanks with at least six digits. */
function taxIds(text: string): FoundText[] {
  const match = /(?<![\p{L}\d])(?:[A-Z]{2,6}-){0,3}[A-Z]{0,4}[ -]?\d[A-Z\d./ -]{4,18}[A-Z\d]/u.exec(text);
  return match === null || match[0].replace(/\D/g, '').length < 6
    ? []
    : [{ value: match[0], start: match.index, end: match.index + match[0].length }];
}

/** Booking systems make codes of capitals that need not have a digit. */
function bookingCodes(text: string): FoundText[] {
  const match = /^\W*([A-Z]{5,8})\W*$/.exec(text);
  if (match?.[1] === undefined) return identifiers(withoutProven(text));
  const start = match[0].indexOf(match[1]);
  return [{ value: match[1], start, end: start + match[1].length }];
}

/** The same text with blanks where numbers stand that prove by themselves to be something else. */
function withoutProven(text: string): string {
  return [...findIsins(text), ...findIbans(text), ...findEmails(text)].reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    text,
  );
}

/** The first code of a text: a word with a digit, with the capital words right before it and digit words right after. */
function identifiers(text: string): FoundText[] {
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
function placeCodes(text: string): FoundText[] {
  const code = /(?<=\()[A-Z]{3}(?=\))|^\s*[A-Z]{3}\s*$/.exec(text);
  if (code === null) return names(text);
  const start = code.index + (code[0].length - code[0].trimStart().length);
  return [{ value: code[0].trim(), start, end: start + 3 }];
}

/** A name ends at a wide mark: a bar, a bullet, a street after a comma. */
function names(text: string): FoundText[] {
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

function plain(text: string): FoundText[] {
  const start = /^[\s:;|•·–]*/.exec(text)?.[0].length ?? 0;
  const value = text.slice(start).trim();
  return value === '' || !/[\p{L}\d]/u.test(value) ? [] : [{ value, start, end: start + value.length }];
}
