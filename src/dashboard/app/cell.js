import { element } from './element.js';
import { counted, percent } from './format.js';

/** From here on a value is taken as sure, and from there on as likely: fractions of 1. */
export const SURE = 0.9;
export const LIKELY = 0.7;

export function confidenceClass(confidence) {
  if (confidence === null || confidence === undefined) return 'none';
  if (confidence >= SURE) return 'high';
  return confidence >= LIKELY ? 'middle' : 'low';
}

/** Up to so many characters stand on one line: a date or a number that is broken is hard to read. */
const SHORT = 28;

/** A value as its cell shows it. */
export function valueText(value) {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return value.length === 0 ? 'empty' : counted(value.length, 'row');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** A cell of the grid as a button. `attributes` are the button's further ones. */
export function cellButton(value, confidence, flagged, attributes) {
  const text = valueText(value);
  return element(
    'button',
    {
      type: 'button',
      ...attributes,
      class: `cell ${confidenceClass(value === null ? null : confidence)}${flagged ? ' flagged' : ''}`,
    },
    element('span', { class: text.length > SHORT ? 'value' : 'value short' }, text),
    value === null ? null : element('span', { class: 'percent' }, percent(confidence)),
  );
}
