import { findDates, findTime } from '../../values/date';
import { fold } from '../../values/fold';
import { findPhones } from '../../values/identifiers';
import { glossed } from '../lexicon/glossary';
import { headedParty } from '../lexicon/party-heads';
import { contentTokens, tokens } from '../lexicon/tokens';
import { headerOf } from '../mail-header';
import { onOneLine } from '../multi-line';
import { findTown, isStreet } from '../postal';
import type { Question } from '../question';
import type { Reading } from '../reading';
import { type Span, spanOfLine, union } from '../span';
import type { View, ViewLine } from '../view';

/** Where people stay, eat, sit or are seen to, as schemas call it. */
const PLACES = new Set(
  'hotel hostel property accommodation lodging apartment venue restaurant cafe theatre theater cinema museum stadium practice clinic salon'.split(
    ' ',
  ),
);
/** What heads such a place on paper besides: "La tua struttura", "Where". */
const HEADS = new Set([...PLACES, 'house', 'location', 'where', 'place', 'address', 'stay', 'struttura', 'unterkunft']);

/** What of a place is asked for, by the words beside it; the first that fits. */
const PARTS: readonly (readonly [Part, readonly string[]])[] = [
  ['phone', ['phone']],
  ['address', ['address']],
  ['code', ['postal', 'postcode', 'zip']],
  ['city', ['city', 'town']],
  ['street', ['street']],
];

type Part = 'name' | 'address' | 'street' | 'code' | 'city' | 'phone';

/** A name right above a postal address. */
interface Place {
  readonly name: Span;
  /** The line of its street, where it has one of its own, and of its town. */
  readonly lines: readonly ViewLine[];
  /** 0-1. */
  readonly score: number;
}

/** Evidence: the name above a street and town that are nobody's whom the paper is sent to: where one stays, eats or goes. */
export function bookedPlaceReadings(view: View, questions: readonly Question[]): Reading[] {
  const asked = questions.flatMap((question) => {
    const part = partOf(question);
    return part === null ? [] : [{ question, part }];
  });
  if (asked.length === 0) return [];
  const places = placesIn(view);
  return asked.flatMap(({ question, part }) =>
    places.flatMap((place): Reading[] => {
      const found = read(place, part, view);
      return found === null ? [] : [{ question, ...found, score: place.score, source: 'address', flags: [] }];
    }),
  );
}

function partOf(question: Question): Part | null {
  const words = new Set(question.phrases.flat());
  if (![...words].some((word) => PLACES.has(word)) || !ANSWERABLE.has(question.kind)) return null;
  const part = PARTS.find(([, own]) => own.some((word) => words.has(word)));
  if (part !== undefined) return part[0];
  const isNamed = question.phrases.some((phrase) =>
    contentTokens(phrase).every((word) => PLACES.has(word) || word === 'name'),
  );
  return isNamed && (question.kind === 'name' || question.kind === 'text') ? 'name' : null;
}

const ANSWERABLE: ReadonlySet<Question['kind']> = new Set(['name', 'text', 'phone']);

function placesIn(view: View): Place[] {
  const closing = view.lines.findIndex((line) => CLOSING.test(line.text));
  return view.lines.flatMap((town): Place[] => {
    const found = town.text.length > LONGEST ? null : findTown(town.text);
    if (found === null || headerOf(town, view) !== null) return [];
    const street = found.start > SHORTEST_STREET ? town : above(town, view);
    if (street === null || (street !== town && !isStreet(street.text) && !/\d/.test(street.text))) return [];
    const name = nameAbove(street, view);
    if (name === null || isAddressee(name, view)) return [];
    const lines = street === town ? [town] : [street, town];
    return [{ name: wholeLine(name), lines, score: scoreOf(name, closing, view) }];
  });
}

/** Longer lines are prose. */
const LONGEST = 110;
const SHORTEST_STREET = 5;
/** Words a mail ends with: below them stands who wrote it. */
const CLOSING =
  /^(?:(?:best|kind|warm)? ?regards|sincerely|yours|cheers|thank you|(?:mit )?(?:freundliche|viele|herzliche|beste)\p{L}* gr[uü](?:ß|ss)\p{L}*|cordialement|bien à vous|saludos|un saludo|atentamente|cordiali saluti|a presto|met vriendelijke groet\p{L}*|groet\p{L}*|atenciosamente|cumprimentos|com os melhores)(?!\p{L})/iu;

/** The line right above in its column, at most one blank line away; beside a label it may begin where that does. */
function above(line: ViewLine, view: View): ViewLine | null {
  const row = view.rows[line.row.index - 1];
  if (row === undefined || row.page !== line.page || line.box.y - row.bottom > line.box.height * 1.6) return null;
  return row.lines.find((one) => Math.abs(one.box.x - line.box.x) < 4) ?? row.lines.at(-1) ?? null;
}

function nameAbove(street: ViewLine, view: View): ViewLine | null {
  let name = above(street, view);
  if (name !== null && isWhen(name, view)) name = above(name, view);
  return name !== null && isName(name.text) ? name : null;
}

function isWhen(line: ViewLine, view: View): boolean {
  return findDates(line.text, view.locale).length > 0 || findTime(line.text) !== null;
}

function isName(text: string): boolean {
  return (
    /^[\p{L}\d][^:!?]{2,60}$/u.test(text) &&
    text.split(' ').length <= 8 &&
    !/[.,]$|@|https?:/.test(text) &&
    !isStreet(text) &&
    findTown(text) === null &&
    headedParty(text) === null
  );
}

/** Whom the paper goes to, or whose heading says that goods or bills do. */
function isAddressee(name: ViewLine, view: View): boolean {
  const plain = fold(name.text);
  if (headingsOf(name, view).some((line) => headedParty(line.text) !== null)) return true;
  return view.lines.some((line) => headerOf(line, view) === 'to' && fold(line.text).includes(plain));
}

/** What stands before a name in its row, and above it. */
function headingsOf(name: ViewLine, view: View): ViewLine[] {
  const before = name.row.lines.filter((line) => line.box.x < name.box.x);
  const over = view.rows[name.row.index - 1]?.lines[0];
  return over === undefined || over.page !== name.page ? before : [...before, over];
}

function scoreOf(name: ViewLine, closing: number, view: View): number {
  const words = headingsOf(name, view).flatMap((line) => (line.text.length > 45 ? [] : tokens(line.text)));
  const isHeaded = [...words, ...glossed(words)].some((word) => HEADS.has(word));
  const plain = fold(name.text);
  const isNamedAgain = view.lines.some((line) => line !== name && fold(line.text).includes(plain));
  const isSender = closing >= 0 && name.index > closing;
  return 0.58 + (isHeaded ? 0.2 : 0) + (isNamedAgain ? 0.08 : 0) - (isSender ? 0.2 : 0);
}

const wholeLine = (line: ViewLine): Span => spanOfLine(line.page, line.line, 0, line.text.length);

function read(place: Place, part: Part, view: View): Pick<Reading, 'value' | 'span'> | null {
  const [first] = place.lines;
  const last = place.lines.at(-1);
  if (first === undefined || last === undefined) return null;
  if (part === 'name') return { value: place.name.text, span: place.name };
  if (part === 'phone') return phoneBelow(last, view);
  const town = findTown(last.text);
  if (part === 'address') {
    const span = {
      ...wholeLine(first),
      box: union(first.box, last.box),
      text: place.lines.map((line) => line.text).join(' '),
    };
    return { value: onOneLine(place.lines.map((line) => line.text)), span };
  }
  const piece = part === 'street' ? streetOf(first, last, town?.start ?? 0) : (town?.[part] ?? null);
  if (piece === null) return null;
  const line = part === 'street' ? first : last;
  const span = spanOfLine(line.page, line.line, piece.start, piece.end);
  return { value: span.text, span };
}

function streetOf(first: ViewLine, last: ViewLine, town: number): { readonly start: number; readonly end: number } {
  const text = first === last ? first.text.slice(0, town) : first.text;
  return { start: 0, end: text.replace(/[\s,·|•–-]+$/u, '').length };
}

/** Lines below a town in which its phone number may stand. */
const LINES_BELOW = 4;

function phoneBelow(town: ViewLine, view: View): Pick<Reading, 'value' | 'span'> | null {
  for (const line of view.lines.slice(town.index, town.index + 1 + LINES_BELOW)) {
    const [phone] = findPhones(line.text);
    if (phone === undefined) continue;
    const span = spanOfLine(line.page, line.line, phone.start, phone.end);
    return { value: span.text, span };
  }
  return null;
}
