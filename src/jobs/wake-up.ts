import type { Alarms } from './alarms';
import type { EpochMs } from './job';
import { CHECK_EVERY_MS } from './schedule';

/** When an object is to look again, and the one alarm it has for it. Each setting is a paid write. */
export class WakeUp {
  readonly #alarms: Alarms;
  readonly #clock: () => EpochMs;
  #at: EpochMs | null = null;

  constructor(alarms: Alarms, clock: () => EpochMs) {
    this.#alarms = alarms;
    this.#clock = clock;
  }

  /** To be told first when it has gone off. Sets the next look, should the work of this one be cut off. */
  goneOff(): void {
    this.#at = null;
    this.arm(this.#clock() + CHECK_EVERY_MS);
  }

  /** An earlier alarm stays: it looks again and arms for the rest. null: nothing to look at. */
  arm(at: EpochMs | null): void {
    if (at === null || (this.#at !== null && this.#at <= at && this.#at > this.#clock())) return;
    this.#at = at;
    void this.#alarms.setAlarm(at);
  }

  /** Puts off or, with null, takes away the alarm that was set for the case of being cut off. */
  putOffTo(at: EpochMs | null): void {
    if (this.#at === null || (at !== null && at <= this.#at + CHECK_EVERY_MS)) return;
    this.#at = at;
    void (at === null ? this.#alarms.deleteAlarm() : this.#alarms.setAlarm(at));
  }

  /** Nothing is looked at any more. */
  async cancel(): Promise<void> {
    this.#at = null;
    await this.#alarms.deleteAlarm();
  }
}
