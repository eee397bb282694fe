import type { Ports } from '../jobs/ports';
import { redatedReception } from '../jobs/webhooks/reception';
import { freedSlip, redatedSlip } from '../jobs/webhooks/slip';
import type { OutboxStore } from './outbox-store';

/** Notices that an outbox goes by another process or clock than before: what is noted of the former holds no more. */
export class TimeWatch {
  readonly #store: OutboxStore;
  readonly #clock: Ports['clock'];
  readonly #boot: string;
  /** The latest that the clock has said. */
  #latest = 0;

  constructor(store: OutboxStore, clock: Ports['clock'], boot: string) {
    this.#store = store;
    this.#clock = clock;
    this.#boot = boot;
  }

  notice(): void {
    const now = this.#clock();
    if (this.#store.boot() !== this.#boot) {
      this.#afterBoot(now);
      this.#redate(now);
    } else if (now < this.#latest) this.#redate(now);
    this.#latest = now;
  }

  /** Messages and tries of a process that is gone are gone as well. */
  #afterBoot(now: number): void {
    if (this.#store.boot() !== null)
      this.#store.putAll(this.#store.underWay().map(({ parcel, slip }) => ({ parcel, slip: freedSlip(slip, now) })));
    this.#store.setBoot(this.#boot);
  }

  /** Nothing waits for a time that only a clock ahead was near to. */
  #redate(now: number): void {
    for (const { parcel, slip } of this.#store.dueAfter(now)) {
      const redated = redatedSlip(slip, now);
      if (redated !== slip) this.#store.put({ parcel, slip: redated });
    }
    const reception = this.#store.reception();
    const redated = redatedReception(reception, now);
    if (redated !== reception) this.#store.setReception(redated);
  }
}
