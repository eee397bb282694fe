import type { Alarms } from '../jobs/alarms';
import { CHECK_EVERY_MS } from '../jobs/schedule';

/** The one alarm of a gate, and what it is set for. Each setting is a paid write. */
export class GateAlarm {
  readonly #alarms: Alarms;
  readonly #clock: () => number;
  #at: number | null = null;

  constructor(alarms: Alarms, clock: () => number) {
    this.#alarms = alarms;
    this.#clock = clock;
  }

  /** To be told first when it has gone off. Sets the next look, should the work of this one be cut off. */
  goneOff(): void {
    this.#at = null;
    this.arm(this.#clock() + CHECK_EVERY_MS);
  }

  /** An earlier alarm stays: it looks again and arms for the rest. */
  arm(at: number): void {
    if (this.#at !== null && this.#at <= at && this.#at > this.#clock()) return;
    this.#at = at;
    void this.#alarms.setAlarm(at);
  }

  /** Puts off or, with null, takes away the alarm that was set for the case of being cut off. */
  putOffTo(at: number | null): void {
    if (this.#at === null || (at !== null && at <= this.#at + CHECK_EVERY_MS)) return;
    this.#at = at;
    void (at === null ? this.#alarms.deleteAlarm() : this.#alarms.setAlarm(at));
  }
}
