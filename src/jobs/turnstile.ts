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

interface Waiting {
  readonly jobId: string;
  readonly priority: Priority;
  readonly wanted: number;
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
  /** How many it had before; all it has should it be out of reach. */
  readonly had: number;
}

/** What a request leads to. */
export interface Admission {
  readonly turnstile: Turnstile;
  /** The answer to the one who asked. */
  readonly places: Places;
  readonly called: readonly Called[];
}

/**
 * Takes down what a job says and hands out the free places of the account, `limit` in all, one at a time: to urgent jobs
 * first, then to who has fewest, then in turn. So a job of 2,000 documents and one of a single document get as much. No I/O.
 */
export function askForPlaces(before: Turnstile, request: PlaceRequest, limit: number, now: EpochMs): Admission {
  const { jobId, inFlight } = request;
  const seq = Math.max(before.seq + 1, now);
  const held = new Map(before.holdings.filter(({ until }) => until > now).map((one) => [one.jobId, one]));
  const placesOf = (id: string) => held.get(id)?.places ?? 0;
  const hold = (id: string, places: number) => held.set(id, { jobId: id, places, until: now + HOLD_MS });
  const givesBack = inFlight < placesOf(jobId);
  if (inFlight > 0) hold(jobId, inFlight);
  else held.delete(jobId);

  let waiting = queued(before.waiting, request, givesBack);
  const had = new Map<string, number>();
  let free = limit - [...held.values()].reduce((sum, { places }) => sum + places, 0);
  for (; free > 0; free--) {
    const next = nextOf(waiting, placesOf);
    if (next === null) break;
    if (!had.has(next.jobId)) had.set(next.jobId, placesOf(next.jobId));
    hold(next.jobId, placesOf(next.jobId) + 1);
    waiting = queued(waiting, { ...next, wanted: next.wanted - 1 }, true);
  }

  const answerTo = (id: string): Places => ({
    places: placesOf(id),
    isContended: waiting.some((one) => one.jobId !== id),
    seq,
  });
  had.delete(jobId);
  return {
    turnstile: { holdings: [...held.values()], waiting, seq },
    places: answerTo(jobId),
    called: [...had].map(([id, places]) => ({ jobId: id, places: answerTo(id), had: places })),
  };
}

/** Who has had a turn, or is new, stands last; who says again that it waits stays where it is. */
function queued(
  waiting: readonly Waiting[],
  { jobId, priority, wanted }: Waiting,
  hadTurn: boolean,
): readonly Waiting[] {
  const one = { jobId, priority, wanted };
  const isKnown = waiting.some((other) => other.jobId === jobId);
  if (wanted > 0 && isKnown && !hadTurn) return waiting.map((other) => (other.jobId === jobId ? one : other));
  const others = waiting.filter((other) => other.jobId !== jobId);
  return wanted > 0 ? [...others, one] : others;
}

function nextOf(waiting: readonly Waiting[], placesOf: (jobId: string) => number): Waiting | null {
  const urgent = waiting.filter(({ priority }) => priority === 'high');
  let next: Waiting | null = null;
  for (const one of urgent.length > 0 ? urgent : waiting)
    if (next === null || placesOf(one.jobId) < placesOf(next.jobId)) next = one;
  return next;
}
