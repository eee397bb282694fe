import type { Span } from './span';
import { type Clock, type Does, type StopRow, stopRowOf } from './stop-rows';
import type { View } from './view';

/** A place on a journey with the time of day beside it. */
export interface Stop {
  readonly place: Span;
  readonly time: Span;
  /** "HH:MM". */
  readonly clock: string;
  /** ISO day; null: none is printed near it. */
  readonly day: string | null;
  /** Days that the print adds to it: "02:15 (+1)". */
  readonly later: number;
  /** What words beside it say; null: nothing. */
  readonly does: Does | null;
  /** Where it stands, 0-based. */
  readonly row: number;
  /** The number of the train, flight or bus that is printed beside it; null: none. */
  readonly service: Span | null;
}

const kept = new WeakMap<View, readonly Stop[]>();

/** The stops of a document in print order: rows of a time and a place, or a time right above or below its place. Made once. */
export function stopsOf(view: View): readonly Stop[] {
  const held = kept.get(view);
  if (held !== undefined) return held;
  const rows = view.rows.map((row) => stopRowOf(row, view));
  const beside = rows.flatMap((parts, order) => besideEachOther(parts, rows, order));
  const stops = beside.length > 1 ? beside : stacked(rows);
  kept.set(view, stops);
  return stops;
}

/** Stops whose time and place share a row; two times with one place are an arrival and a departure. */
function besideEachOther(parts: StopRow, rows: readonly StopRow[], order: number): Stop[] {
  const { clocks, places, does } = parts;
  const [place] = places;
  if (place === undefined || clocks.length === 0 || clocks.length > 2) return [];
  const through = clocks.length === 2 && places.length === 1;
  return clocks.map((clock, index): Stop => {
    const said =
      does.length === clocks.length ? does[index] : does.length === 1 && clocks.length === 1 ? does[0] : null;
    return stopOf(
      clock,
      places[index] ?? place,
      parts,
      through ? (index === 0 ? 'arrives' : 'departs') : (said ?? null),
      rows,
      order,
    );
  });
}

function stopOf(
  { span, clock, later }: Clock,
  place: Span,
  parts: StopRow,
  does: Does | null,
  rows: readonly StopRow[],
  order: number,
): Stop {
  return {
    place,
    time: span,
    clock,
    later,
    day: parts.day ?? dayNear(rows, order),
    does,
    row: parts.row.index,
    service: parts.service,
  };
}

/** Rows above in which a heading may give the day of a stop, and rows below. */
const ROWS_ABOVE = 8;
const ROWS_BELOW = 4;
/** The headers of a mail tell when it was sent. */
const HEADER = /^(?:date|sent|gesendet|envoyé|enviado|inviato|verzonden)\s*:/iu;

function dayNear(rows: readonly StopRow[], order: number): string | null {
  const above = rows.slice(Math.max(0, order - ROWS_ABOVE), order).reverse();
  const below = rows.slice(order + 1, order + 1 + ROWS_BELOW);
  return (
    [...above, ...below].find((one) => one.day !== null && !HEADER.test(one.row.lines[0]?.text ?? ''))?.day ?? null
  );
}

/** Rows that may stand between a time and the place above or below it: its day. */
const BETWEEN = 1;

/** Times alone in their row, each with the place right above (with the day between) or right below, all the same way. */
function stacked(rows: readonly StopRow[]): Stop[] {
  const alone = rows.flatMap((parts, order) =>
    parts.clocks.length === 1 && parts.places.length === 0 && parts.row.lines.length <= 2 ? [{ parts, order }] : [],
  );
  const [first] = alone;
  if (first === undefined || alone.length < 2) return [];
  const step =
    placeFrom(rows, first.order, 1) === null || placeFrom(rows, alone.at(-1)?.order ?? 0, 1) === null ? -1 : 1;
  return alone.flatMap(({ parts, order }) => {
    const [clock] = parts.clocks;
    const place = placeFrom(rows, order, step);
    return clock === undefined || place === null
      ? []
      : [stopOf(clock, place, parts, parts.does[0] ?? null, rows, order)];
  });
}

function placeFrom(rows: readonly StopRow[], order: number, step: 1 | -1): Span | null {
  for (let at = order + step; Math.abs(at - order) <= BETWEEN + 1; at += step) {
    const near = rows[at];
    if (near === undefined || near.clocks.length > 0 || Math.abs(near.x - (rows[order]?.x ?? 0)) > 4) return null;
    if (near.places.length > 0) return near.places[0] ?? null;
    if (near.day === null) return null;
  }
  return null;
}
