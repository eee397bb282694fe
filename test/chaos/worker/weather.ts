/** What goes wrong when, as a function of the seed: of how often a run of the server was started and how often a call was made in it. */
import { choose, dice } from '../dice.mjs';
import { type Decide, type Fault, NO_FAULT } from './fault';

/** Shares of the calls of a binding, 0-1. `refused`: is told to come back later. */
interface Rates {
  readonly before: number;
  readonly after: number;
  readonly refused: number;
  readonly late: number;
}

const RATES = {
  d1: { before: 0.03, after: 0.03, refused: 0.01, late: 0.05 },
  r2: { before: 0.04, after: 0.04, refused: 0.02, late: 0.05 },
  object: { before: 0.03, after: 0.03, refused: 0.01, late: 0.04 },
  limiter: { before: 0.01, after: 0.01, refused: 0.005, late: 0.02 },
  queue: { before: 0.05, after: 0.04, refused: 0.02, late: 0.05 },
  reader: { before: 0.1, after: 0.05, refused: 0, late: 0.1 },
  alarm: { before: 0.05, after: 0, refused: 0, late: 0.05 },
} as const satisfies Record<string, Rates>;

type Binding = keyof typeof RATES;

/** Longest a late call is held, in milliseconds. */
const LATEST_MS = 250;

/** Bindings that may be down as a whole for a while, and how often in a run of the server they are. */
const STORMY: readonly Binding[] = ['d1', 'r2', 'object', 'queue'];
const STORM_SHARE = 0.25;
const STORM_BEGINS_WITHIN_MS = 3_000;
const LONGEST_STORM_MS = 2_000;
const STORM_FAILURES = 0.9;

/** How long a clock keeps one offset, how often it has one, and the largest, in milliseconds. */
const CLOCK_STEADY_MS = 2_500;
const CLOCK_OFF_SHARE = 0.3;
const LARGEST_OFFSET_MS = 10 * 60_000;

/** By binding: how often calls failed `before` or `after` they were carried out, were `late`, or met one that was `away` as a whole. */
export type Tally = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface Weather {
  readonly decide: Decide;
  /** 0-1, for what else is to be settled about a call. */
  readonly roll: (site: string) => number;
  /** By how much the clock of a component is wrong now, in milliseconds. */
  readonly clockOffsetMs: (component: string) => number;
  /** From now on nothing goes wrong, or everything that did again. */
  setQuiet(isQuiet: boolean): void;
  /** Counts what else went wrong: `what` with calls of a binding. */
  note(binding: string, what: string): void;
  /** How often what went wrong since it was last not quiet, by binding. */
  tally(): Tally;
}

/** `boot`: which run of the server this is; `now`: the true time. */
export function createWeather(seed: string, boot: string, now: () => number): Weather {
  const counts = new Map<string, number>();
  const tally = new Map<string, Map<string, number>>();
  const note = (binding: string, what: string): void => {
    const known = tally.get(binding) ?? new Map<string, number>();
    tally.set(binding, known.set(what, (known.get(what) ?? 0) + 1));
  };
  let begunAt = now();
  let isQuiet = false;
  const next = (site: string): (() => number) => {
    const count = (counts.get(site) ?? 0) + 1;
    counts.set(site, count);
    return dice(seed, boot, site, count);
  };
  return {
    decide(site) {
      const roll = next(site);
      const binding = bindingOf(site);
      if (isQuiet || binding === null) return NO_FAULT;
      if (isStormy(seed, boot, binding, now() - begunAt) && roll() < STORM_FAILURES) {
        note(binding, 'away');
        return { kind: 'before', error: failureOf(binding, 'lost') };
      }
      const fault = faultOf(binding, roll);
      if (fault.kind !== 'none') note(binding, fault.kind);
      return fault;
    },
    roll: (site) => (isQuiet ? 1 : next(site)()),
    clockOffsetMs(component) {
      if (isQuiet) return 0;
      const roll = dice(seed, boot, 'clock', component, Math.floor((now() - begunAt) / CLOCK_STEADY_MS));
      return roll() < CLOCK_OFF_SHARE ? Math.round((roll() * 2 - 1) * LARGEST_OFFSET_MS) : 0;
    },
    setQuiet(wanted) {
      isQuiet = wanted;
      begunAt = now();
      if (!isQuiet) tally.clear();
    },
    note,
    tally: () => Object.fromEntries([...tally].map(([binding, counts]) => [binding, Object.fromEntries(counts)])),
  };
}

function faultOf(binding: Binding, roll: () => number): Fault {
  const { before, after, refused, late } = RATES[binding];
  const kind = choose(roll, [
    [before, 'before'],
    [after, 'after'],
    [refused, 'refused'],
    [late, 'late'],
    [1 - before - after - refused - late, 'none'],
  ] as const);
  if (kind === 'none') return NO_FAULT;
  if (kind === 'late') return { kind, ms: Math.round(roll() * LATEST_MS) };
  if (kind === 'refused') return { kind: 'before', error: failureOf(binding, kind) };
  return { kind, error: failureOf(binding, 'lost') };
}

function isStormy(seed: string, boot: string, binding: Binding, sinceMs: number): boolean {
  if (!STORMY.includes(binding)) return false;
  const roll = dice(seed, boot, 'storm', binding);
  if (roll() >= STORM_SHARE) return false;
  const begin = roll() * STORM_BEGINS_WITHIN_MS;
  return sinceMs >= begin && sinceMs < begin + roll() * LONGEST_STORM_MS;
}

const bindingOf = (site: string): Binding | null => {
  const name = site.split('.')[0] ?? '';
  return name in RATES ? (name as Binding) : null;
};

/** In the platform's words. */
function failureOf(binding: Binding, kind: 'lost' | 'refused'): Error {
  const refused = kind === 'refused';
  switch (binding) {
    case 'd1':
      return new Error(
        refused ? 'D1_ERROR: D1 DB is overloaded. Requests queued for too long.' : 'D1_ERROR: Network connection lost.',
      );
    case 'r2':
      return new Error(
        refused
          ? 'Reduce your concurrent request rate for the same object. (10058)'
          : 'We encountered an internal error. Please try again. (10001)',
      );
    case 'object':
    case 'limiter':
      return refused
        ? Object.assign(new Error('Durable Object is overloaded. Requests queued for too long.'), { overloaded: true })
        : Object.assign(new Error('Network connection lost.'), { retryable: true });
    case 'queue':
      return new Error(refused ? 'Too Many Requests' : 'Queue send failed: Internal Server Error');
    case 'reader':
    case 'alarm':
      return new Error('Network connection lost.');
  }
}
