import type { JsonValue } from '../../schema/json';
import { type Span, spanOfLine } from '../layout/span';
import type { View } from '../layout/view';
import { findDates } from '../values/date';
import { squash } from '../values/fold';
import { findNumbers } from '../values/number';

/** Where values are printed on the pages of a document. */
export interface PrintedPlaces {
  /** The first or, for amounts at the foot, the last print of a value; null when it is not printed. */
  find(value: JsonValue, which: 'first' | 'last'): Span | null;
}

/** Looks every number and day up once; texts are searched line by line. */
export function printedPlaces(view: View): PrintedPlaces {
  const places = new Map<string, Span[]>();
  const add = (key: string, span: Span): void => {
    const held = places.get(key);
    if (held === undefined) places.set(key, [span]);
    else held.push(span);
  };
  const texts = view.lines.map((line) => ({ line, plain: squash(line.text) }));
  for (const line of view.lines) {
    for (const one of findNumbers(line.text, view.locale))
      add(`n${one.value}`, spanOfLine(line.page, line.line, one.start, one.end));
    for (const one of findDates(line.text, view.locale))
      add(`d${one.day}`, spanOfLine(line.page, line.line, one.start, one.end));
  }
  return {
    find(value, which) {
      if (typeof value === 'number') return places.get(`n${value}`)?.at(which === 'first' ? 0 : -1) ?? null;
      if (typeof value !== 'string') return null;
      const day = places.get(`d${value}`)?.[0];
      if (day !== undefined) return day;
      const plain = squash(value);
      if (plain.length < 2) return null;
      const exact = texts.find((one) => one.plain === plain) ?? texts.find((one) => one.plain.includes(plain));
      return exact === undefined ? null : wordsOf(exact.line.page, exact.line.line, plain);
    },
  };
}

/** The words of a line that together hold a squashed text. */
function wordsOf(page: number, line: Parameters<typeof spanOfLine>[1], plain: string): Span {
  const squashed = line.words.map((word) => squash(word.text));
  let start = 0;
  for (let first = 0; first < squashed.length; first += 1) {
    let joined = '';
    let end = start;
    for (let last = first; last < squashed.length && joined.length < plain.length; last += 1) {
      joined += squashed[last] ?? '';
      end += (line.words[last]?.text.length ?? 0) + (last > first ? 1 : 0);
    }
    if (joined.startsWith(plain)) return spanOfLine(page, line, start, end);
    start += (line.words[first]?.text.length ?? 0) + 1;
  }
  return spanOfLine(page, line, 0, line.text.length);
}
