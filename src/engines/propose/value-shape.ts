import { type ScalarShape, scalar } from '../../schema/proposed-field';
import { readBoolean } from '../values/boolean';
import { findDates } from '../values/date';
import { findEmails, findUrls } from '../values/identifiers';
import type { Locale } from '../values/locale';
import { findNumbers } from '../values/number';
import { namesCode } from './label-words';

/** Share 0-1 of the texts that must be of a type; a column has a stray note now and then. */
const MOST = 0.8;
/** Texts looked at of one column. */
const SAMPLE = 200;
/** Digits from which on a number without a decimal mark is a code. */
const CODE_DIGITS = 10;

/**
 * What the texts under one label hold. Nothing to read is a string, and so is a rate in per cent unless `rates`: the
 * engine takes one for a number only where the label is known to name rates.
 */
export function shapeOfTexts(texts: readonly string[], label: string, locale: Locale, rates = false): ScalarShape {
  const filled = texts
    .map((text) => text.trim())
    .filter((text) => /[\p{L}\p{N}☐☑☒✓✔✗✘]/u.test(text))
    .slice(0, SAMPLE);
  const most = (holds: (text: string) => boolean): boolean =>
    filled.length > 0 && filled.filter(holds).length >= filled.length * MOST;
  if (most(isYesOrNo)) return scalar('boolean');
  if (most((text) => isWholeDate(text, locale, true))) return scalar('date-time');
  if (most((text) => isWholeDate(text, locale, false))) return scalar('date');
  if (!namesCode(label)) {
    if (most((text) => isQuantity(text, locale, rates) && isWhole(text))) return scalar('integer');
    if (most((text) => isQuantity(text, locale, rates))) return scalar('number');
  }
  if (most((text) => findEmails(text)[0]?.value === text)) return scalar('string', 'email');
  if (most((text) => findUrls(text)[0]?.value === text && URL.canParse(text))) return scalar('string', 'uri');
  return scalar('string');
}

/** Words and ticks; single letters and digits answer other questions too. */
const isYesOrNo = (text: string): boolean =>
  readBoolean(text) !== null &&
  /^(?:\p{L}{2,}|[☐☑☒✓✔✗✘]|\[[ x]?\])$/u.test(text) &&
  !/^(?:none|on|off|si)$/i.test(text);

/** A day and nothing else but a weekday's or a zone's name; digits in one run may be anything. */
function isWholeDate(text: string, locale: Locale, timed: boolean): boolean {
  const [found, ...more] = findDates(text, locale);
  if (found === undefined || more.length > 0 || /^\d+$/.test(text) || text.length > 40) return false;
  const rest = `${text.slice(0, found.start)}${text.slice(found.end)}`;
  if (found.time === null) return !timed && rest.replace(/\P{L}/gu, '').length <= 10 && !/\d/.test(rest);
  return timed;
}

/** A number, with at most a currency or a short unit beside it. */
function isQuantity(text: string, locale: Locale, rates: boolean): boolean {
  const [found, ...more] = findNumbers(text, locale);
  if (found === undefined || more.length > 0 || (found.percent && !rates)) return false;
  const rest = text.replace(found.text, '');
  if (/\d/.test(rest) || rest.replace(/\P{L}/gu, '').length > 3 || rest.length > 6) return false;
  const digits = text.replace(/\D/g, '');
  return !/^0\d/.test(text) && (found.decimals > 0 || digits.length < CODE_DIGITS);
}

const isWhole = (text: string): boolean => /^[-−+]?\d+$/.test(text);
