import { answersIn } from '../answer-text';
import { roleWords } from '../lexicon/careers';
import { nameTokens } from '../lexicon/tokens';
import type { Question } from '../question';
import { sectionsNamed } from '../sections';
import type { Span } from '../span';
import type { ArrayQuestion } from '../tables/array-question';
import type { Items } from '../tables/items';
import type { RowReading } from '../tables/read-cells';
import type { View } from '../view';
import { type Entry, entriesOf } from './entries';

type Role = 'place' | 'position' | 'from' | 'until' | 'body';

const ROLE_NAMES: Readonly<Record<Role, RegExp>> = {
  place: /^(?:company|employer|organi[sz]ation|institution|school|university|college|firm|workplace|buyer|seller)$/,
  position: /^(?:title|position|role|job|degree|qualification|diploma|designation|occupation|field|major)$/,
  from: /^(?:start|from|begin|beginning|since)$/,
  until: /^(?:end|to|until|graduation|year|finished)$/,
  body: /^(?:description|responsibilities|duties|summary|details|achievements|highlights|tasks)$/,
};

/**
 * Evidence: entries under a heading that names the list, each with a place, a position or degree and a period, in any
 * order ("Work experience", "Ausbildung"). What a piece of an entry's head is, its words and its order tell.
 */
export function sectionItems(question: ArrayQuestion, view: View): Items | null {
  const roles = rolesOf(question.properties);
  if (!roles.has('place') && !roles.has('position')) return null;
  const { node, path } = question;
  const list = { name: path.at(-1) ?? '', title: node.title, description: node.description };
  const [best] = (['reading', 'column'] as const)
    .map((order) => readEntries(sectionsNamed(list, view, order).flatMap(entriesOf), roles, view))
    .sort((a, b) => fullRows(b) - fullRows(a));
  return best === undefined || best.length === 0 ? null : { rows: best, score: 0.48, source: 'section' };
}

function readEntries(entries: readonly Entry[], roles: ReadonlyMap<Role, Question>, view: View): RowReading[][] {
  const first = positionFirst(entries);
  const named = [roles.get('place'), roles.get('position')];
  return entries
    .map((entry) => readEntry(entry, roles, first, view))
    .filter((row) => row.some((one) => named.includes(one.property)));
}

/** Entries read whole speak for an order of reading, half ones against it. */
function fullRows(rows: readonly (readonly RowReading[])[]): number {
  return rows.reduce((sum, row) => sum + (row.length > 1 ? 1 : -0.5), 0);
}

/** Which property is which part of an entry; the first that is named so. */
function rolesOf(properties: readonly Question[]): ReadonlyMap<Role, Question> {
  const roles = new Map<Role, Question>();
  for (const property of properties) {
    const words = [...nameTokens(property.path.at(-1) ?? ''), ...property.phrases.flat()];
    for (const role of ['from', 'until', 'position', 'place', 'body'] as const) {
      if (roles.has(role) || !words.some((word) => ROLE_NAMES[role].test(word))) continue;
      roles.set(role, property);
      break;
    }
  }
  return roles;
}

/** Whether positions stand before places, by the entries where the words tell both; else they do. */
function positionFirst(entries: readonly Entry[]): boolean {
  let votes = 0;
  for (const { heads } of entries) {
    const position = heads.findIndex(({ text }) => isPosition(text));
    const place = heads.findIndex(({ text }) => isPlace(text));
    if (position >= 0 && place >= 0 && position !== place) votes += position < place ? 1 : -1;
  }
  return votes >= 0;
}

function isPosition(text: string): boolean {
  const words = roleWords(text);
  return words.position + words.degree > words.place;
}

function isPlace(text: string): boolean {
  const words = roleWords(text);
  return words.place > words.position + words.degree;
}

function readEntry(entry: Entry, roles: ReadonlyMap<Role, Question>, first: boolean, view: View): RowReading[] {
  const position = entry.heads.find(({ text }) => isPosition(text)) ?? null;
  const place = entry.heads.find((one) => one !== position && isPlace(one.text)) ?? null;
  const others = entry.heads.filter((one) => one !== position && one !== place && !isPlaceName(one.text));
  const asked = roles.has('place') && roles.has('position');
  const left = asked && !first ? [others[0], others[1]] : [others[1], others[0]];
  const parts: readonly (readonly [Role, Span | null, number])[] = [
    ['place', place ?? (position === null && asked ? left[0] : others[0]) ?? null, place === null ? 0.55 : 0.72],
    ['position', position ?? (place === null && asked ? left[1] : others[0]) ?? null, position === null ? 0.55 : 0.72],
    ['from', entry.from, 0.7],
    ['until', entry.until, 0.7],
    ['body', entry.body[0] ?? null, 0.5],
  ];
  return parts.flatMap(([role, span, score]): RowReading[] => {
    const property = roles.get(role);
    if (property === undefined || span === null) return [];
    const [answer] = answersIn(asText(property), span.text, view.locale);
    return answer === undefined ? [] : [{ property, value: answer.value, span, score, flags: answer.flags }];
  });
}

/** "Leeds, UK", "TX": where a place is, not what it is called. */
function isPlaceName(text: string): boolean {
  return /^[A-Z]{2}$|,\s?[A-Z]{2}\b/.test(text);
}

/** A code or a day asked for as text is given as printed: "2019", "03/2018". */
function asText(property: Question): Question {
  const plain = property.node.type === 'string' && (property.kind === 'identifier' || property.kind === 'date');
  return plain ? { ...property, kind: 'text' } : property;
}
