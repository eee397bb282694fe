import type { EpochMs, JobState } from '../jobs/job';
import type { Ports } from '../jobs/ports';
import type { Places } from '../jobs/turnstile';
import { HOLD_MS } from '../jobs/turnstile';
import { logError } from '../log';

/** How long a place that came free is used again without asking, in milliseconds: so long may another job wait unseen. */
const REUSE_MS = 1_000;

/** How long a job waits before it says again that it waits, in milliseconds: it may not have been told that it is its turn. */
const WAIT_MS = 10_000;

const NONE: Places = { places: 0, isContended: false, seq: 0 };

/**
 * How many documents of a job may be in flight, as its account's turnstile says. It is asked when there is something to
 * ask or to give back, not for every document. Kept in memory alone: the gate says again how it stands.
 */
export class JobPlaces {
  readonly #ports: Pick<Ports, 'clock' | 'turnstiles'>;
  #held: Places = NONE;
  /** Whether it was called and has not looked at its places since. */
  #isNew = false;
  #asked: { readonly at: EpochMs; readonly isWaiting: boolean } | null = null;
  /** Whether the turnstile knows that the job has no place and wants none; a gate that was put out of memory cannot tell. */
  #isClear = false;

  constructor(ports: Pick<Ports, 'clock' | 'turnstiles'>) {
    this.#ports = ports;
  }

  /** Its turn has come, and the turnstile knows whether it waits for more; what was said after this counts. */
  call(places: Places): void {
    if (places.seq <= this.#held.seq) return;
    this.#held = places;
    this.#isNew = true;
    // Else one that was put out of memory meanwhile would ask as one that has nothing, and so give back what it was handed.
    this.#asked = { at: this.#ports.clock(), isWaiting: true };
  }

  /** Whether the turnstile knows that the job waits, and calls it; it has no document in flight that would have to be looked after. */
  get isToBeCalled(): boolean {
    return this.#asked?.isWaiting === true && this.#held.places === 0;
  }

  /** How many more documents may be sent. Never rejects: a turnstile out of reach lets a job go on with one at a time. */
  async roomFor(state: JobState, inFlight: number, wanted: number): Promise<number> {
    if (this.#mustAsk(inFlight, wanted)) await this.#ask(state, inFlight, wanted);
    this.#isNew = false;
    return Math.min(wanted, Math.max(0, this.#held.places - inFlight));
  }

  #mustAsk(inFlight: number, wanted: number): boolean {
    const asked = this.#asked;
    const { places, isContended } = this.#held;
    if (asked === null) return inFlight + wanted > 0 || !this.#isClear;
    // Either way: a clock that was set back says nothing of how long ago that was.
    const elapsed = Math.abs(this.#ports.clock() - asked.at);
    const isOld = elapsed >= REUSE_MS || isContended;
    if (wanted === 0) {
      if (inFlight === 0) return places > 0 || asked.isWaiting;
      return inFlight < places ? isOld : elapsed >= HOLD_MS / 3;
    }
    if (inFlight < places) return isOld && !this.#isNew;
    return !asked.isWaiting || elapsed >= WAIT_MS;
  }

  async #ask({ accountId, id: jobId, priority }: JobState, inFlight: number, wanted: number): Promise<void> {
    const { clock, turnstiles } = this.#ports;
    try {
      for (let isLate = true; isLate; ) {
        const told = await turnstiles.at(accountId).ask({ jobId, priority, inFlight, wanted, heard: this.#held.seq });
        if (told.seq > this.#held.seq) this.#held = told;
        isLate = told.isLate;
      }
      this.#asked = { at: clock(), isWaiting: this.#held.places < inFlight + wanted };
      this.#isClear = inFlight + wanted === 0;
    } catch (error) {
      logError('gate goes on without its turnstile', error, { job: jobId });
      this.#held = { ...this.#held, places: Math.max(inFlight, 1) };
      this.#asked = { at: clock(), isWaiting: true };
    }
    if (inFlight + wanted === 0) this.#asked = null;
  }
}
