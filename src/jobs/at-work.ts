import type { EpochMs } from './job';
import type { Clock, Pause } from './ports';

/** Documents at work in one isolate at the same time, over all its batches: they share its memory. */
export const AT_WORK = 16;

/**
 * How long a document counts as being at work at most, in milliseconds: longer than an invocation lasts. One that was cut
 * off never leaves its place, and an isolate all of whose places are such would take nothing up any more.
 */
export const PLACE_MS = 16 * 60_000;

/** How long a document gives way before a phase at most, in milliseconds: what goes first may itself wait for something. */
export const GIVE_WAY_MS = 250;

/** How long a request is given way to at most, in milliseconds: one that is held open needs nothing after that. */
export const CALL_MS = 1_000;

/**
 * How long an account that was just answered is given way to, in milliseconds: the work that it asked for is on its way
 * through the queue, or its next request is.
 */
export const AFTER_CALL_MS = 50;

/** How often is looked again, in milliseconds: one invocation cannot wake another. */
const LOOK_EVERY_MS = 5;

/** A document's place among those at work. */
export interface Place {
  /** Resolves when nobody with less to do is here, at the latest after `GIVE_WAY_MS`. */
  giveWay(): Promise<void>;
  /** Leaves it; a second time does nothing. */
  leave(): void;
}

/** By what a place tells the time and waits. */
export interface Time {
  readonly clock: Clock;
  readonly pause: Pause;
}

/**
 * Whose documents are at work in this isolate, and whose requests are answered in it: one thread does all of that. Between
 * two phases an account with many documents gives way to one with fewer, so that a small job waits for phases of a large
 * one and not for its documents.
 */
export class AtWork {
  readonly #places = new Set<{ readonly accountId: string; readonly until: EpochMs }>();
  readonly #calls = new Set<{ readonly accountId: string; until: EpochMs }>();

  /** Documents at work here. */
  get count(): number {
    return this.#places.size;
  }

  /** Waits for room; null: there was none by `deadline`. */
  async enter(accountId: string, time: Time, deadline: EpochMs): Promise<Place | null> {
    while (!this.#hasRoom(time.clock())) {
      if (time.clock() >= deadline) return null;
      await time.pause(LOOK_EVERY_MS);
    }
    const place = { accountId, until: time.clock() + PLACE_MS };
    this.#places.add(place);
    return {
      giveWay: () => this.#giveWay(accountId, time),
      leave: () => void this.#places.delete(place),
    };
  }

  /** A request of this account begins; what is answered is to be called at its end, with the time. */
  call(accountId: string, now: EpochMs): (endedAt: EpochMs) => void {
    for (const over of this.#calls) if (over.until <= now) this.#calls.delete(over);
    const call = { accountId, until: now + CALL_MS };
    this.#calls.add(call);
    return (endedAt) => {
      call.until = Math.min(call.until, endedAt + AFTER_CALL_MS);
    };
  }

  async #giveWay(accountId: string, { clock, pause }: Time): Promise<void> {
    const until = clock() + GIVE_WAY_MS;
    while (this.#isLessHere(accountId, clock()) && clock() < until) await pause(LOOK_EVERY_MS);
  }

  #hasRoom(now: EpochMs): boolean {
    for (const place of this.#places) if (place.until <= now) this.#places.delete(place);
    return this.count < AT_WORK;
  }

  #isLessHere(accountId: string, now: EpochMs): boolean {
    const own = this.#of(accountId);
    for (const place of this.#places) if (this.#of(place.accountId) < own) return true;
    for (const call of this.#calls) if (call.until > now && this.#of(call.accountId) < own) return true;
    return false;
  }

  #of(accountId: string): number {
    let count = 0;
    for (const place of this.#places) if (place.accountId === accountId) count += 1;
    return count;
  }
}
