import type { EpochMs, Priority } from './job';

/** How long places are held by a job that says nothing more, in milliseconds. A gate at work says so three times as often. */
export const HOLD_MS = 60_000;

/** What the gate of a job says: all of it each time, so that a call that is lost or comes twice does no harm. */
export interface PlaceRequest {
  readonly jobId: string;
  readonly priority: Priority;
  /** Documents of the job whose message is sent, or that are at work. */
  readonly inFlight: number;
  /** Further documents whose turn it is. */
  readonly wanted: number;
}

/** How many documents of a job may be in flight. */
export interface Places {
  readonly places: number;
  /** Whether other jobs of the account wait for places: one that comes free is theirs first. */
  readonly isContended: boolean;
  /** Rises; what is said with a lower number is out of date. */
  readonly seq: number;
}

/** Places that a job has, taken or kept for it. */
export interface Holding {
  readonly jobId: string;
  readonly places: number;
  readonly until: EpochMs;
}

/** A job that wants more places than it has. */
export interface Waiting {
  readonly jobId: string;
  readonly priority: Priority;
  readonly wanted: number;
  /** Rises in the order of their turns. */
  readonly turn: number;
}

/** Whose documents of one account are in flight, and which jobs wait, in order of their turn. */
export interface Turnstile {
  readonly holdings: readonly Holding[];
  readonly waiting: readonly Waiting[];
  readonly seq: number;
}

export const NOBODY: Turnstile = { holdings: [], waiting: [], seq: 0 };

/** A job that waited and now has more places, to be told so. */
export interface Called {
  readonly jobId: string;
  readonly places: Places;
  /** What it had and wanted before; so it still is should it be out of reach. */
  readonly before: PlaceRequest;
}

/** What a request leads to. */
export interface Admission {
  readonly turnstile: Turnstile;
  /** The answer to the one who asked. */
  readonly places: Places;
  readonly called: readonly Called[];
}

/** Takes down what a job says and hands out what is free then: who asked may have got places as well. No I/O. */
export function askForPlaces(before: Turnstile, request: PlaceRequest, limit: number, now: EpochMs): Admission {
  const { turnstile, called } = handOut(takeDown(before, request, now), limit, now);
  return {
    turnstile,
    places: placesOf(turnstile, request.jobId),
    called: called.filter(({ jobId }) => jobId !== request.jobId),
  };
}

/** What a job says is how it stands, whatever was handed to it before. Who gives a place back has had a turn. */
export function takeDown(before: Turnstile, request: PlaceRequest, now: EpochMs): Turnstile {
  const { jobId, inFlight } = request;
  const others = before.holdings.filter((one) => one.jobId !== jobId);
  const had = before.holdings.find((one) => one.jobId === jobId)?.places ?? 0;
  return {
    holdings: inFlight > 0 ? [...others, { jobId, places: inFlight, until: now + HOLD_MS }] : others,
    waiting: queued(before.waiting, request, inFlight < had),
    seq: Math.max(before.seq + 1, now),
  };
}

/**
 * Hands out the free places of the account, `limit` in all, one at a time: to urgent jobs first, then to who has fewest,
 * then in turn. So a job of 2,000 documents and one of a single document get as much. No I/O.
 */
export function handOut(before: Turnstile, limit: number, now: EpochMs): Pick<Admission, 'turnstile' | 'called'> {
  // What is held for longer than that was dated by a clock that was ahead.
  const inTime = before.holdings.map((one) => ({ ...one, until: Math.min(one.until, now + HOLD_MS) }));
  const held = new Map(inTime.filter(({ until }) => until > now).map((one) => [one.jobId, one]));
  const numberOf = (id: string) => held.get(id)?.places ?? 0;
  const had = new Map<string, PlaceRequest>();
  let { waiting } = before;
  let free = limit - [...held.values()].reduce((sum, { places }) => sum + places, 0);
  for (; free > 0; free--) {
    const next = nextOf(waiting, numberOf);
    if (next === null) break;
    const { jobId, priority, wanted } = next;
    const places = numberOf(jobId);
    if (!had.has(jobId)) had.set(jobId, { jobId, priority, inFlight: places, wanted });
    held.set(jobId, { jobId, places: places + 1, until: now + HOLD_MS });
    waiting = queued(waiting, { jobId, priority, wanted: wanted - 1 }, true);
  }
  const turnstile = { holdings: [...held.values()], waiting, seq: Math.max(before.seq, now) };
  return {
    turnstile,
    called: [...had.values()].map((one) => ({ jobId: one.jobId, places: placesOf(turnstile, one.jobId), before: one })),
  };
}

const placesOf = ({ holdings, waiting, seq }: Turnstile, jobId: string): Places => ({
  places: holdings.find((one) => one.jobId === jobId)?.places ?? 0,
  isContended: waiting.some((one) => one.jobId !== jobId),
  seq,
});

/** Who has had a turn, or is new, stands last; who says again that it waits stays where it is. */
function queued(
  waiting: readonly Waiting[],
  { jobId, priority, wanted }: Pick<Waiting, 'jobId' | 'priority' | 'wanted'>,
  hadTurn: boolean,
): readonly Waiting[] {
  const known = waiting.find((other) => other.jobId === jobId);
  if (wanted === 0 && known === undefined) return waiting;
  if (wanted > 0 && known !== undefined && !hadTurn)
    return known.wanted === wanted && known.priority === priority
      ? waiting
      : waiting.map((other) => (other === known ? { ...known, priority, wanted } : other));
  const others = waiting.filter((other) => other !== known);
  return wanted > 0 ? [...others, { jobId, priority, wanted, turn: (waiting.at(-1)?.turn ?? 0) + 1 }] : others;
}

function nextOf(waiting: readonly Waiting[], placesOf: (jobId: string) => number): Waiting | null {
  const urgent = waiting.filter(({ priority }) => priority === 'high');
  let next: Waiting | null = null;
  for (const one of urgent.length > 0 ? urgent : waiting)
    if (next === null || placesOf(one.jobId) < placesOf(next.jobId)) next = one;
  return next;
}
