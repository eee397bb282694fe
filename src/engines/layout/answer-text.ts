import { checkValue } from '../../schema/check';
import { findCurrency } from '../values/currency';
import { findTime } from '../values/date';
import { findDurations, findMinutes } from '../values/duration';
import { type FoundText, findBics, findEmails, findUrls, findVatIds } from '../values/identifiers';
import type { Locale } from '../values/locale';
import { type ReadValue, readValues } from '../values/scalar';
import type { Question } from './question';
import {
  bookingCodes,
  ibans,
  identifiers,
  isins,
  names,
  phones,
  placeCodes,
  plain,
  taxIds,
  withoutProven,
} from './text-finders';

/** A description that shows spans of time as a count and its unit: "2 years". */
const COUNTED = /\b\d{1,3} (?:day|week|month|year)s?\b/iu;

/** Characters in which a value of a kind is looked for: what goes on for longer is a text. */
const LONGEST_OF_A_KIND = 1_000;

/** Cuts a printed text into the values that answer a question, by the kind of its concept; in print order, maybe none. */
export function answersIn(question: Question, printed: string, written: Locale): ReadValue[] {
  const { node, kind } = question;
  const isText = kind === 'text' && node.type === 'string' && node.choices === null;
  const text = isText ? printed : printed.slice(0, LONGEST_OF_A_KIND);
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
