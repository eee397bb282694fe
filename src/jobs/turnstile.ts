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
  /** `seq` of what the gate heard last from the turnstile, 0 where it knows of nothing. */
  readonly heard: number;
}

/** How many documents of a job may be in flight. */
export interface Places {
  readonly places: number;
  /** Whether other jobs of the account wait for places: one that comes free is theirs first. */
  readonly isContended: boolean;
  /** Rises with all that is said and handed out; what is told with a lower number is out of date. */
  readonly seq: number;
}

/** What a turnstile answers who asks. */
export interface Answer extends Places {
  /** The job has said something else meanwhile, or the gate did not hear the answer: nothing was taken down, it is to ask again. */
  readonly isLate: boolean;
}

/** Places that a job has, taken or kept for it. */
export interface Holding {
  readonly jobId: string;
  readonly places: number;
  readonly until: EpochMs;
  /** `seq` of the answer to what the job said last: who said something before having heard it is late. */
  readonly answered: number;
}

/** A job that wants more places than it has. */
export interface Waiting {
  readonly jobId: string;
  readonly priority: Priority;
  readonly wanted: number;
  /** Rises in the order of their turns. */
  readonly turn: number;
  /** As that of a holding. */
  readonly answered: number;
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
  readonly answer: Answer;
  readonly called: readonly Called[];
}

/**
 * Takes down what a job says and hands out what is free then: who asked may have got places as well. A call that was given up
 * and made again may arrive after that one: it is late. No I/O.
 */
export function askForPlaces(before: Turnstile, request: PlaceRequest, limit: number, now: EpochMs): Admission {
  if (request.heard < answeredTo(before, request.jobId))
    return { turnstile: before, answer: { ...placesOf(before, request.jobId), isLate: true }, called: [] };
  const { turnstile, called } = handOut(takeDown(before, request, now), limit, now);
  return {
    turnstile,
    answer: { ...placesOf(turnstile, request.jobId), isLate: false },
    called: called.filter(({ jobId }) => jobId !== request.jobId),
  };
}

/** What a job says is how it stands, whatever was handed to it before. Who gives a place back has had a turn. */
export function takeDown(before: Turnstile, request: PlaceRequest, now: EpochMs): Turnstile {
  const { jobId, inFlight } = request;
  const others = before.holdings.filter((one) => one.jobId !== jobId);
  const had = before.holdings.find((one) => one.jobId === jobId)?.places ?? 0;
  const seq = Math.max(before.seq + 1, now);
  return {
    holdings: inFlight > 0 ? [...others, { jobId, places: inFlight, until: now + HOLD_MS, answered: seq }] : others,
    waiting: queued(before.waiting, { ...request, answered: seq }, inFlight < had),
    seq,
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
    const { jobId, priority, wanted, answered } = next;
    const places = numberOf(jobId);
    if (!had.has(jobId)) had.set(jobId, { jobId, priority, inFlight: places, wanted, heard: answered });
    held.set(jobId, { jobId, places: places + 1, until: now + HOLD_MS, answered });
    waiting = queued(waiting, { ...next, wanted: wanted - 1 }, true);
  }
  const seq = had.size > 0 ? Math.max(before.seq + 1, now) : before.seq;
  const turnstile = { holdings: [...held.values()], waiting, seq };
  return {
    turnstile,
    called: [...had.values()].map((one) => ({ jobId: one.jobId, places: placesOf(turnstile, one.jobId), before: one })),
  };
}

/** 0 where nothing is known of the job: what it says late then makes it wait, and it is called and says that it does not. */
const answeredTo = ({ holdings, waiting }: Turnstile, jobId: string): number =>
  [...holdings, ...waiting].reduce((last, one) => (one.jobId === jobId ? Math.max(last, one.answered) : last), 0);

const placesOf = ({ holdings, waiting, seq }: Turnstile, jobId: string): Places => ({
  places: holdings.find((one) => one.jobId === jobId)?.places ?? 0,
  isContended: waiting.some((one) => one.jobId !== jobId),
  seq,
});

/** Who has had a turn, or is new, stands last; who says again that it waits stays where it is. */
function queued(
  waiting: readonly Waiting[],
  { jobId, priority, wanted, answered }: Omit<Waiting, 'turn'>,
  hadTurn: boolean,
): readonly Waiting[] {
  const known = waiting.find((other) => other.jobId === jobId);
  if (wanted === 0 && known === undefined) return waiting;
  if (wanted > 0 && known !== undefined && !hadTurn)
    return waiting.map((other) => (other === known ? { ...known, priority, wanted, answered } : other));
  const others = waiting.filter((other) => other !== known);
  return wanted > 0
    ? [...others, { jobId, priority, wanted, turn: (waiting.at(-1)?.turn ?? 0) + 1, answered }]
    : others;
}

function nextOf(waiting: readonly Waiting[], placesOf: (jobId: string) => number): Waiting | null {
  const urgent = waiting.filter(({ priority }) => priority === 'high');
  let next: Waiting | null = null;
  for (const one of urgent.length > 0 ? urgent : waiting)
    if (next === null || placesOf(one.jobId) < placesOf(next.jobId)) next = one;
  return next;
}
