import type { JsonValue } from '../../../schema/json';
import { firstWay, type Leg, legsOf } from '../legs';
import { glossed } from '../lexicon/glossary';
import type { Question } from '../question';
import type { Reading } from '../reading';
import type { Span } from '../span';
import type { ArrayQuestion } from '../tables/array-question';
import type { Items } from '../tables/items';
import type { RowReading } from '../tables/read-cells';
import { placeCodes } from '../text-finders';
import type { View } from '../view';

/** What of a leg a question asks for. */
type Part = 'origin' | 'destination' | 'departs' | 'arrives' | 'service';

/** Concepts that name a part of a journey, whatever the words beside them. */
const PARTS: ReadonlyMap<string, Part> = new Map([
  ['origin', 'origin'],
  ['destination', 'destination'],
  ['departure-time', 'departs'],
  ['arrival-time', 'arrives'],
  ['travel-date', 'departs'],
  ['flight-number', 'service'],
]);

const LEAVING = new Set('departure departs depart from origin start dep leaving outbound'.split(' '));
const COMING = new Set('arrive arrival arrives to destination end arr'.split(' '));

/** Evidence: rows of times and places, one above the other, are where a journey begins and ends, and when. */
export function legReadings(view: View, questions: readonly Question[]): Reading[] {
  const asked = questions.flatMap((question) => {
    const part = PARTS.get(question.concept?.id ?? '');
    return part === undefined ? [] : [{ question, part }];
  });
  if (asked.length === 0) return [];
  const way = firstWay(legsOf(view));
  const [first, last] = [way[0], way.at(-1)];
  if (first === undefined || last === undefined) return [];
  return asked.flatMap(({ question, part }): Reading[] => {
    const leg = part === 'destination' || part === 'arrives' ? last : first;
    const found = answer(question, part, leg);
    return found === null
      ? []
      : [{ question, ...found, score: SURE * question.certainty, source: 'pattern', flags: [] }];
  });
}

const SURE = 0.7;

/** Evidence: the same for a list of legs; a leg has both its ends. */
export function legItems(question: ArrayQuestion, view: View): Items | null {
  const asked = question.properties.flatMap((property) => {
    const part = PARTS.get(property.concept?.id ?? '') ?? partByWords(property);
    return part === null ? [] : [{ property, part }];
  });
  const parts = new Set(asked.map(({ part }) => part));
  const isJourney = (parts.has('origin') && parts.has('destination')) || (parts.has('departs') && parts.has('arrives'));
  if (!isJourney) return null;
  const rows = legsOf(view).map((leg) =>
    asked.flatMap(({ property, part }): RowReading[] => {
      const found = answer(property, part, leg);
      return found === null ? [] : [{ property, ...found, score: SURE, flags: [] }];
    }),
  );
  return rows.length === 0 ? null : { rows, score: rows.length > 1 ? 0.62 : 0.56, source: 'pattern' };
}

function partByWords(property: Question): Part | null {
  const words = property.phrases.slice(0, 1).flatMap((phrase) => [...phrase, ...glossed(phrase)]);
  const leaves = words.some((word) => LEAVING.has(word));
  const comes = words.some((word) => COMING.has(word));
  if (leaves === comes) return null;
  const isTime = property.kind === 'date' || property.kind === 'time';
  if (isTime) return leaves ? 'departs' : 'arrives';
  if (property.kind !== 'name' && property.kind !== 'text') return null;
  return leaves ? 'origin' : 'destination';
}

type Found = { readonly value: JsonValue; readonly span: Span };

function answer(question: Question, part: Part, leg: Leg): Found | null {
  switch (part) {
    case 'origin':
      return placeOf(question, leg.from.place);
    case 'destination':
      return placeOf(question, leg.to.place);
    case 'departs':
      return timeOf(question, leg.departs, leg.from);
    case 'arrives':
      return timeOf(question, leg.arrives, leg.to);
    case 'service': {
      const span = leg.from.service ?? leg.to.service;
      return span === null ? null : { value: span.text, span };
    }
  }
}

function placeOf(question: Question, span: Span): Found | null {
  const codes = /\bIATA\b/.test(question.node.description) ? placeCodes(span.text) : [];
  return { value: codes[0]?.value ?? span.text, span };
}

/** As the schema writes times: a day with its time, a day, the time as printed. */
function timeOf(question: Question, day: string | null, stop: Leg['from']): Found | null {
  if (question.kind === 'time') return { value: stop.time.text, span: stop.time };
  if (day === null) return null;
  const value = question.node.type === 'date' ? day : `${day}T${stop.clock}:00`;
  return { value, span: stop.time };
}
