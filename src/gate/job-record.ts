import type { JobOpening } from '../jobs/gate-port';
import type { JobState } from '../jobs/job';
import type { JobEvent, Verdict } from '../jobs/job-event';
import { transition } from '../jobs/lifecycle';
import { changesBetween } from '../jobs/live-changes';
import { openJob } from '../jobs/open-job';
import { announcementsBetween } from '../jobs/webhooks/announcements-between';
import type { GatePorts, GateStore } from './gate-store';

/** Told in the same turn as the save, so that what it stores reaches the disk together with the state. */
export type Saved = (after: JobState, isOwedAnnouncement: boolean) => void;

/** The state of one job: in memory what is stored, changed by nothing but the pure `transition`. */
export class JobRecord {
  readonly #ports: Pick<GatePorts, 'clock' | 'settings'>;
  readonly #store: GateStore;
  readonly #saved: Saved;
  #state: JobState | null;

  constructor(ports: Pick<GatePorts, 'clock' | 'settings'>, store: GateStore, saved: Saved) {
    this.#ports = ports;
    this.#store = store;
    this.#saved = saved;
    this.#state = store.load();
  }

  /** null: there is none, or none any more. */
  get state(): JobState | null {
    return this.#state;
  }

  /** Does nothing when there is one. */
  open(opening: JobOpening): void {
    const { clock, settings } = this.#ports;
    if (this.#state === null) this.#save(null, openJob(opening, settings.boot, clock()));
  }

  apply(event: JobEvent): Verdict {
    if (this.#state === null) return { kind: 'stale' };
    const { state, verdict } = transition(this.#state, event);
    if (state !== this.#state) this.#save(this.#state, state);
    return verdict;
  }

  async erase(): Promise<void> {
    await this.#store.erase();
    this.#state = null;
  }

  /** Storage before memory: were the write to throw, the object would go on with what is stored. */
  #save(before: JobState | null, after: JobState): void {
    const now = this.#ports.clock();
    const announcements = announcementsBetween(before, after, now);
    this.#store.save(before, after, { events: changesBetween(before, after, now), announcements, at: now });
    this.#state = after;
    this.#saved(after, announcements.length > 0);
  }
}
