/** A value of a PDF file (ISO 32000-1, 7.3). Names begin with a slash; strings are their bytes; `null` for what is none of these. */
export type PdfValue = number | boolean | null | string | Uint8Array | Reference | Operator | PdfArray | Dictionary;
export type PdfArray = readonly PdfValue[];
export type Dictionary = ReadonlyMap<string, PdfValue>;
/** The object of this number. */
export class Reference {
  constructor(readonly number: number) {}
}
/** A bare word: what is to be done with the values before it, or where an object ends. */
export class Operator {
  constructor(readonly name: string) {}
}

/** Dictionaries and arrays in one another; deeper ones are not read, nor does PDFium read those deeper than 64. */
const MAX_DEPTH = 70;
const BLANK = 1;
const DELIMITER = 2;
/** Of each byte: blank, delimiter, or neither. */
const KIND = Uint8Array.from({ length: 256 }, (_, byte) => {
  if ('\0\t\n\f\r '.includes(String.fromCharCode(byte))) return BLANK;
  return '()<>[]{}/%'.includes(String.fromCharCode(byte)) ? DELIMITER : 0;
});
const [NEWLINE, RETURN, PERCENT, BACKSLASH, OPENING, CLOSING] = [0x0a, 0x0d, 0x25, 0x5c, 0x28, 0x29];
/** Generation and letter, behind the number. */
const REST_OF_REFERENCE = /\s{1,9}\d{1,5}\s{1,9}R(?![\w.])/y;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;

/** A name whose characters may be written by their numbers. */
const plainName = (name: string): string =>
  name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

const isLineEnd = (code: number): boolean => code === NEWLINE || code === RETURN;

/** Where the parenthesis is closed that was opened before `start`; the end of the text where it is not. */
function stringEnd(text: string, start: number): number {
  let open = 1;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at += 1;
    else if (code === OPENING) open += 1;
    else if (code === CLOSING) open -= 1;
    if (open === 0) return at;
  }
  return text.length;
}

/** Reads values from a text whose characters are bytes, one after the other. */
export interface ValueReader {
  /** Undefined at the end, and where a value cannot be read. */
  next(): PdfValue | undefined;
  /** Where the next value is looked for. */
  at(): number;
  skipTo(place: number): void;
}

export function createValueReader(text: string, start = 0): ValueReader {
  let at = start;
  const skipWhite = (): void => {
    for (; at < text.length; at += 1) {
      if (text.charCodeAt(at) === PERCENT) while (at + 1 < text.length && !isLineEnd(text.charCodeAt(at + 1))) at += 1;
      else if (KIND[text.charCodeAt(at)] !== BLANK) return;
    }
  };
  const regular = (): string => {
    const from = at;
    while (at < text.length && KIND[text.charCodeAt(at)] === 0) at += 1;
    return text.slice(from, at);
  };
  const number = (word: string): PdfValue => {
    REST_OF_REFERENCE.lastIndex = at;
    if (!/^\d{1,10}$/.test(word) || !REST_OF_REFERENCE.test(text)) return Number(word);
    at = REST_OF_REFERENCE.lastIndex;
    return new Reference(Number(word));
  };
  const string = (): Uint8Array => {
    const end = stringEnd(text, at + 1);
    const bytes = new Uint8Array(end - at - 1);
    let length = 0;
    for (at += 1; at < end; at += 1) {
      const code = text.charCodeAt(at);
      if (code === BACKSLASH) {
        const found = escaped();
        bytes.set(found, length);
        length += found.length;
      } else {
        bytes[length] = code;
        length += 1;
      }
    }
    at = end + 1;
    return bytes.slice(0, length);
  };
  /** After a backslash; stays on the last character of what it stands for. */
  const escaped = (): number[] => {
    const octal = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4))?.[0];
    if (octal !== undefined) {
      at += octal.length;
      return [Number.parseInt(octal, 8) & 0xff];
    }
    at += 1;
    const character = text[at] ?? '';
    if (character === '\r' || character === '\n') return [];
    const control = 'nrtbf'.indexOf(character);
    return [control < 0 ? character.charCodeAt(0) : ('\n\r\t\b\f'[control] ?? '').charCodeAt(0)];
  };
  const hexString = (): Uint8Array => {
    const end = text.indexOf('>', at);
    const digits = text.slice(at + 1, end < 0 ? text.length : end).replace(/[^0-9A-Fa-f]/g, '');
    at = end < 0 ? text.length : end + 1;
    return Uint8Array.from(digits.match(/..?/g) ?? [], (pair) => Number.parseInt(pair.padEnd(2, '0'), 16));
  };
  const array = (depth: number): PdfValue => {
    const values: PdfValue[] = [];
    at += 1;
    for (;;) {
      skipWhite();
      if (at >= text.length || text[at] === ']') break;
      const value = read(depth + 1);
      if (value === undefined) return null;
      values.push(value);
    }
    at += 1;
    return values;
  };
  const dictionary = (depth: number): PdfValue => {
    const entries = new Map<string, PdfValue>();
    at += 2;
    for (;;) {
      skipWhite();
      if (at >= text.length || text.startsWith('>>', at)) break;
      const [key, value] = [read(depth + 1), read(depth + 1)];
      if (typeof key !== 'string' || value === undefined) return null;
      entries.set(key, value);
    }
    at += 2;
    return entries;
  };
  const read = (depth: number): PdfValue | undefined => {
    skipWhite();
    const character = text[at];
    if (character === undefined || depth > MAX_DEPTH) return undefined;
    if (text.startsWith('<<', at)) return dictionary(depth);
    if (character === '<') return hexString();
    if (character === '(') return string();
    if (character === '[') return array(depth);
    if (character === '/') {
      const start = at;
      at += 1;
      return regular().includes('#') ? plainName(text.slice(start, at)) : text.slice(start, at);
    }
    const word = regular();
    if (word === '') return undefined;
    if (NUMBER.test(word)) return number(word);
    if (word === 'true' || word === 'false') return word === 'true';
    return word === 'null' ? null : new Operator(word);
  };
  return {
    next: () => read(0),
    at: () => at,
    skipTo: (place) => {
      at = place;
    },
  };
}
