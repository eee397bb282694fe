/**
 * The globals that the code under test finds: the bundle puts these in the place of the platform's. Timers run on the simulated
 * clock, chance comes from the seed.
 */
import type { Scheduler } from './scheduler';

interface Realm {
  readonly scheduler: Scheduler;
  readonly random: () => number;
}

let realm: Realm | null = null;

export function enterRealm(next: Realm): void {
  realm = next;
}

function here(): Realm {
  if (realm === null) throw new Error('no world is being simulated');
  return realm;
}

interface Timer {
  isSet: boolean;
}

/** A timer belongs to whoever runs when it is set, and dies with it. */
export function setTimeout(run: () => void, delayMs: number): Timer {
  const timer: Timer = { isSet: true };
  const { scheduler } = here();
  scheduler.after(delayMs, scheduler.current, () => {
    if (timer.isSet) run();
  });
  return timer;
}

export function setInterval(run: () => void, everyMs: number): Timer {
  const timer: Timer = { isSet: true };
  const { scheduler } = here();
  const owner = scheduler.current;
  const again = () => {
    if (!timer.isSet) return;
    run();
    scheduler.after(everyMs, owner, again);
  };
  scheduler.after(everyMs, owner, again);
  return timer;
}

export function clearTimeout(timer: Timer): void {
  timer.isSet = false;
}

export const clearInterval = clearTimeout;

export const random = (): number => here().random();

interface WithMicrotasks {
  /** Put there by `worker.mjs`. */
  readonly performMicrotasks?: () => void;
}

/** Runs all that was settled to its next await. Only outside of promises: see `worker.mjs`. */
export const runMicrotasks = (): void => (globalThis as WithMicrotasks).performMicrotasks?.();
