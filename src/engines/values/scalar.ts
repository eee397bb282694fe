import type { CellFlag } from '../../schema/cell';
import { checkValue } from '../../schema/check';
import type { JsonValue } from '../../schema/json';
import type { ScalarNode } from '../../schema/schema-node';
import { readBoolean } from './boolean';
import { readChoice } from './choices';
import { findDates } from './date';
import type { Locale } from './locale';
import { findNumbers } from './number';

/** A printed text read as a value of a leaf's type. */
export interface ReadValue {
  readonly value: JsonValue;
  /** The part of the text that says it. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** 0-1: how much of the text the value accounts for. */
  readonly fit: number;
  readonly flags: readonly CellFlag[];
}

/** All readings of a text for a leaf, in print order; none that `checkValue` refuses. */
export function readValues(node: ScalarNode, text: string, locale: Locale): ReadValue[] {
  return readings(node, text, locale).filter((one) => checkValue(node, one.value) === null);
}

/** The first reading, null when there is none. */
export function readValue(node: ScalarNode, text: string, locale: Locale): ReadValue | null {
  return readValues(node, text, locale)[0] ?? null;
}

function readings(node: ScalarNode, text: string, locale: Locale): ReadValue[] {
  const whole = { text: text.trim(), start: 0, end: text.length, flags: [] };
  if (node.choices !== null) {
    const choice = readChoice(text, node.choices);
    if (choice !== null) return [{ ...whole, ...choice }];
    if (node.type === 'string') return [];
  }
  switch (node.type) {
    case 'string':
      return whole.text === '' ? [] : [{ ...whole, value: whole.text, fit: 1 }];
    case 'boolean': {
      const value = readBoolean(text);
      return value === null ? [] : [{ ...whole, value, fit: 1 }];
    }
    case 'number':
    case 'integer': {
      const around = count(LETTERS_AND_DIGITS, text);
      return findNumbers(text, locale).map((one) => ({
        ...one,
        fit: numberFit(around - count(LETTERS_AND_DIGITS, one.text)),
        flags: [],
      }));
    }
    case 'date': {
      const around = count(LETTERS, text);
      return findDates(text, locale).map((one) => ({
        ...one,
        value: one.day,
        fit: dateFit(around - count(LETTERS, one.text)),
        flags: one.ambiguous ? [AMBIGUOUS_DATE] : [],
      }));
    }
    case 'date-time':
      return findDates(text, locale).map((one) => ({
        ...one,
        value: `${one.day}T${one.time ?? '00:00'}${one.time === null || one.time.length < 8 ? ':00' : ''}`,
        fit: one.time === null ? 0.5 : 1,
        flags: one.ambiguous ? [AMBIGUOUS_DATE] : [],
      }));
  }
}

const AMBIGUOUS_DATE: CellFlag = {
  code: 'ambiguous-date',
  message: 'day and month could be the other way round; nothing else in the document tells',
};

const LETTERS = /\p{L}+/gu;
const LETTERS_AND_DIGITS = /[\p{L}\d]+/gu;

const count = (characters: RegExp, text: string): number => (text.match(characters) ?? []).join('').length;

/** Words beside a date make it less likely to be the answer; another date does not: it may be the end of a period. */
const dateFit = (letters: number): number => (letters <= 4 ? 1 : Math.max(0.6, 1 - letters / 80));

/** Words beside a number (not a currency, unit or per cent sign) make it less likely to be the answer. */
const numberFit = (letters: number): number => (letters <= 4 ? 1 : Math.max(0.5, 1 - letters / 60));
