import type { JsonObject } from './json';

/** Type words of the two short definition formats, and what each is in JSON Schema. */
const TYPE_WORDS: ReadonlyMap<string, JsonObject> = new Map<string, JsonObject>([
  ['string', { type: 'string' }],
  ['str', { type: 'string' }],
  ['text', { type: 'string' }],
  ['number', { type: 'number' }],
  ['float', { type: 'number' }],
  ['double', { type: 'number' }],
  ['decimal', { type: 'number' }],
  ['currency', { type: 'number' }],
  ['money', { type: 'number' }],
  ['integer', { type: 'integer' }],
  ['int', { type: 'integer' }],
  ['boolean', { type: 'boolean' }],
  ['bool', { type: 'boolean' }],
  ['date', { type: 'string', format: 'date' }],
  ['datetime', { type: 'string', format: 'date-time' }],
  ['date-time', { type: 'string', format: 'date-time' }],
  ['time', { type: 'string', format: 'time' }],
  ['email', { type: 'string', format: 'email' }],
  ['url', { type: 'string', format: 'uri' }],
  ['uri', { type: 'string', format: 'uri' }],
  ['enum', { type: 'string' }],
  ['array', { type: 'array' }],
  ['list', { type: 'array' }],
  ['object', { type: 'object' }],
]);

/** The JSON Schema of a type word ("number", "Date", "string[]"), null when it is none. */
export function typeWord(word: string): JsonObject | null {
  const folded = word.trim().toLowerCase();
  const known = TYPE_WORDS.get(folded);
  if (known !== undefined) return known;
  if (folded.endsWith('[]')) {
    const items = TYPE_WORDS.get(folded.slice(0, -2));
    if (items !== undefined) return { type: 'array', items };
  }
  return null;
}

/** For messages: the words people are told about. */
export const KNOWN_TYPE_WORDS = 'string, number, integer, boolean, date, array, object, enum';
