import { findDates } from '../values/date';
import { type Span, spanOfLine } from './span';
import type { Row, View, ViewLine } from './view';

/** What somebody does at a stop. */
export type Does = 'departs' | 'arrives';

/** Longer rows are prose. */
const LONGEST_ROW = 150;

const CLOCK =
  /(?<![\d:.,/-])([01]?\d|2[0-3])[:h]([0-5]\d)(?::\d\d)?(?![\d:])(?:\s?([ap])\.?m\.?(?!\p{L}))?(?:\s?(?:Uhr|uur|hrs?|h|Std)(?!\p{L}))?\.?(?:\s?\(?\+\s?(\d)(?:\s?\p{L}+)?\)?)?/giu;
const DEPARTS =
  /^(?:departures?|departs?|departing|dep|leaves?|from|abfahrt|abflug|ab|von|hinfahrt|départ|dép|de|salida|sale|partenza|parte|da|vertrek|vertrekt|van|partida)(?:[.:]+|(?!\p{L}))\s*/iu;
const ARRIVES =
  /^(?:arrivals?|arrives?|arriving|arr|to|ankunft|an|nach|arrivée|llegada|llega|arrivo|arriva|aankomst|aan|naar|chegada|à|a)(?:[.:]+|(?!\p{L}))\s*/iu;
const DAY_OF_WEEK =
  /^(?:(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?|wed|thu|sat|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|mo|di|mi|do|fr|sa|so|lun|mar|mer|jeu|ven|sam|dim|mié|jue|vie|sáb|dom|gio|sab|ma|wo|vr|za|zo|seg|ter|qua|qui|sex)[.,]*$/iu;
/** Words of places to wait and sit, and of what goes; not where one goes. */
const NO_PLACE =
  /^(?:gleis|platform|plat|pl|gate|terminal|voie|quai|binario|andén|vía|spoor|coach|wagen|voiture|coche|carrozza|rijtuig|seats?|platz|sitz\p{L}*|place|siège|asiento|posto|class|klasse|economy|business|train|zug|flight|flug|vol|vuelo|volo|bus|line|linie|duration|dauer|durée|duración|durata|duur|direct|direkt|uhr|transfer|umstieg|change|check|adults?|erwachsene)(?!\p{L})/iu;
const PLACE = /^\p{Lu}[\p{L}\d .,'’()/&-]{2,70}$/u;
const SERVICE = /(?<![\p{L}\d])(?:[A-Z]{1,4} ?\d{2,5}|[A-Z]\d ?\d{2,4}|\d[A-Z] ?\d{2,4})(?![\p{L}\d])/u;

/** A time of day. `clock`: "HH:MM"; `later`: days that the print adds to it. */
export interface Clock {
  readonly span: Span;
  readonly clock: string;
  readonly later: number;
}

/** What one row says of stops. */
export interface StopRow {
  readonly row: Row;
  readonly clocks: readonly Clock[];
  readonly places: readonly Span[];
  readonly day: string | null;
  readonly does: readonly Does[];
  readonly service: Span | null;
  /** Left edge of its first line. */
  readonly x: number;
}

export function stopRowOf(row: Row, view: View): StopRow {
  const none = { row, clocks: [], places: [], day: null, does: [], service: null, x: row.lines[0]?.box.x ?? 0 };
  if (row.lines.reduce((sum, line) => sum + line.text.length, 0) > LONGEST_ROW) return none;
  const dates = row.lines.flatMap((line) => findDates(line.text, view.locale));
  const pieces = row.lines.flatMap((line) => piecesOf(line, view));
  return {
    ...none,
    clocks: row.lines.flatMap(clocksOf),
    places: pieces.flatMap((piece) => piece.place ?? []),
    day: dates[0]?.day ?? null,
    does: pieces.flatMap((piece) => piece.does ?? []),
    service: row.lines.flatMap((line) => serviceOf(line) ?? [])[0] ?? null,
  };
}

function clocksOf(line: ViewLine): Clock[] {
  return [...line.text.matchAll(CLOCK)].map((match) => {
    const [text, hour = '', minute = '', half, later] = match;
    const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
    const end = match.index + (/^[\d:h]+(?:\s?[ap]\.?m\b)?/i.exec(text)?.[0].length ?? text.length);
    return {
      span: spanOfLine(line.page, line.line, match.index, end),
      clock: `${String(hours).padStart(2, '0')}:${minute}`,
      later: Number(later ?? 0),
    };
  });
}

function serviceOf(line: ViewLine): Span | null {
  const match = SERVICE.exec(line.text);
  return match === null ? null : spanOfLine(line.page, line.line, match.index, match.index + match[0].length);
}

interface Piece {
  readonly place: Span | null;
  readonly does: Does | null;
}

/** What is left of a line between its times, days and arrows. */
function piecesOf(line: ViewLine, view: View): Piece[] {
  const marks = [
    ...[...line.text.matchAll(CLOCK)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
    ...findDates(line.text, view.locale),
    ...[...line.text.matchAll(/\s*(?:->|→|➔|➝|⟶|–>|=>|\s[–—|]\s)\s*/gu)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
    })),
  ].sort((a, b) => a.start - b.start);
  const ends = [...marks.map((mark) => mark.start), line.text.length];
  return [0, ...marks.map((mark) => mark.end)].map((start, order) => pieceOf(line, start, ends[order] ?? start));
}

function pieceOf(line: ViewLine, from: number, to: number): Piece {
  const lead = /^[\s,;:|–—-]*/u.exec(line.text.slice(from, to))?.[0].length ?? 0;
  let start = from + lead;
  const [departs, arrives] = [DEPARTS, ARRIVES].map((words) => words.exec(line.text.slice(start, to))?.[0] ?? '');
  const word = departs || arrives || '';
  start += word.length;
  const text = line.text.slice(start, to).replace(/[\s,;:|–—-]+$/u, '');
  const does = word === '' ? null : departs === '' ? 'arrives' : 'departs';
  return { place: isPlace(text) ? spanOfLine(line.page, line.line, start, start + text.length) : null, does };
}

function isPlace(text: string): boolean {
  return (
    PLACE.test(text) &&
    /\p{L}{3}/u.test(text) &&
    text.split(' ').length <= 9 &&
    !NO_PLACE.test(text) &&
    !DAY_OF_WEEK.test(text) &&
    !/^[A-Z\d]{1,4} ?\d+$|\p{L}{6}\.$|:$|^[A-Z]{3} \d/u.test(text)
  );
}
