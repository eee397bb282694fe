import { type Stop, stopsOf } from './stops';
import type { View } from './view';

/** From one stop to the next without getting off. */
export interface Leg {
  readonly from: Stop;
  readonly to: Stop;
  /** ISO days; null: no day is printed near it. */
  readonly departs: string | null;
  readonly arrives: string | null;
}

/** Rows between the two ends of a leg, at most. */
const APART = 6;

/** The legs of the journeys in a document: stops two by two, a departure before an arrival. */
export function legsOf(view: View): readonly Leg[] {
  const stops = stopsOf(view);
  const legs: Leg[] = [];
  for (let at = 0; at + 1 < stops.length; at += 1) {
    const [from, to] = [stops[at], stops[at + 1]];
    if (from === undefined || to === undefined || !areOneLeg(from, to)) continue;
    legs.push(legOf(from, to));
    at += 1;
  }
  return legs;
}

function areOneLeg(from: Stop, to: Stop): boolean {
  return (
    from.does !== 'arrives' &&
    to.does !== 'departs' &&
    from.place.text !== to.place.text &&
    to.row - from.row <= APART &&
    from.time.page === to.time.page
  );
}

function legOf(from: Stop, to: Stop): Leg {
  const departs = from.day;
  const own = to.day ?? departs;
  const isNext = to.later === 0 && own === departs && to.clock < from.clock;
  return { from, to, departs, arrives: own === null ? null : later(own, own === departs && isNext ? 1 : to.later) };
}

function later(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The legs of the first way: as far as each begins where the one before ended, and not back again. */
export function firstWay(legs: readonly Leg[]): readonly Leg[] {
  const [first] = legs;
  if (first === undefined) return [];
  const way = [first];
  for (const leg of legs.slice(1)) {
    const goesOn = leg.from.place.text === way.at(-1)?.to.place.text && leg.departs === first.departs;
    if (!goesOn || leg.to.place.text === first.from.place.text) break;
    way.push(leg);
  }
  return way;
}
