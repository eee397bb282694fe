import { isoDay } from './calendar-day.mjs';
import { bareLetters, folded, isEmpty, numberOf } from './normal-form.mjs';

/** What a value of this JSON Schema is: a format of dates, else its type. */
export function kindOfSchema(schema) {
  const type = Array.isArray(schema.type) ? schema.type.find((each) => each !== 'null') : schema.type;
  if (type === 'string' && (schema.format === 'date' || schema.format === 'date-time')) return schema.format;
  if (type !== undefined) return type;
  if (schema.properties) return 'object';
  return schema.items ? 'array' : 'string';
}

const COMPARE = {
  number: sameNumber,
  integer: sameNumber,
  boolean: sameBoolean,
  date: sameDay,
  'date-time': sameMinute,
};

/** Whether a value that was found is the expected one, however it is spelled. */
export function isSameValue(kind, expected, found) {
  return !isEmpty(found) && (COMPARE[kind] ?? sameText)(expected, found);
}

/** To the half cent; below one to half a percent. */
function sameNumber(expected, found) {
  const [want, got] = [numberOf(expected), numberOf(found)];
  if (want === null || got === null) return false;
  const size = Math.abs(want);
  const tolerance = size < 1 ? size * 0.005 + 1e-9 : 0.0051 + 1e-9 * size;
  return Math.abs(want - got) <= tolerance;
}

function sameBoolean(expected, found) {
  return expected === found || String(expected) === folded(found);
}

function sameDay(expected, found) {
  const day = isoDay(expected);
  return day !== null && day === isoDay(found);
}

function sameMinute(expected, found) {
  const minute = (value) => folded(value).replace(' ', 't').slice(0, 16);
  return minute(expected) === minute(found);
}

function sameText(expected, found) {
  if (typeof found === 'object') return false;
  if (folded(expected) === folded(found)) return true;
  const letters = bareLetters(expected);
  return letters !== '' && letters === bareLetters(found);
}
