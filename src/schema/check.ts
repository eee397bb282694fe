import type { JsonValue } from './json';
import type { ScalarNode } from './schema-node';

/**
 * What is wrong with a value for this leaf, null when it fits: type, choices, format, limits. The caller's `pattern`
 * is not run: it is foreign code.
 */
export function checkValue(node: ScalarNode, value: JsonValue): string | null {
  const wrongType = checkType(node, value);
  if (wrongType !== null) return wrongType;
  if (node.choices !== null && !node.choices.includes(value)) return 'is not one of the allowed values';
  if (typeof value === 'number') {
    if (node.minimum !== null && value < node.minimum) return `is below ${node.minimum}`;
    if (node.maximum !== null && value > node.maximum) return `is above ${node.maximum}`;
  }
  if (typeof value === 'string' && node.format !== null) {
    const fits = FORMATS.get(node.format);
    if (fits !== undefined && !fits(value)) return `is not a valid ${node.format}`;
  }
  return null;
}

function checkType(node: ScalarNode, value: JsonValue): string | null {
  switch (node.type) {
    case 'string':
      return typeof value === 'string' ? null : 'is not a string';
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? null : 'is not a number';
    case 'integer':
      return Number.isInteger(value) ? null : 'is not an integer';
    case 'boolean':
      return typeof value === 'boolean' ? null : 'is not true or false';
    case 'date':
      return typeof value === 'string' && isDate(value) ? null : 'is not an ISO 8601 date';
    case 'date-time':
      return typeof value === 'string' && isDateTime(value) ? null : 'is not an ISO 8601 date and time';
  }
}

/** A day that exists, as YYYY-MM-DD. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function isDateTime(text: string): boolean {
  const [, day, hour] =
    /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}):\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:[Zz]|[+-]\d{2}:?\d{2})?$/.exec(text) ?? [];
  return day !== undefined && isDate(day) && Number(hour) < 25;
}

/** Formats of JSON Schema that are checked; any other is a hint only. */
const FORMATS: ReadonlyMap<string, (text: string) => boolean> = new Map([
  ['email', (text: string) => /^[^\s@]{1,64}@[^\s@.]+(?:\.[^\s@.]+)+$/.test(text)],
  ['uri', (text: string) => URL.canParse(text)],
  ['url', (text: string) => URL.canParse(text)],
  ['uuid', (text: string) => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text)],
  ['time', (text: string) => /^\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:[Zz]|[+-]\d{2}:?\d{2})?$/.test(text)],
]);
