import { isTerminal, type JobState } from '../jobs/job';
import type { Ports } from '../jobs/ports';
import { deriveStatus } from '../jobs/status';
import { announcementOf } from '../jobs/webhooks/announcements-between';
import { handOver } from '../jobs/webhooks/hand-over';
import { logError } from '../log';
import type { GateStore } from './gate-store';

/** Announcements handed over in one go. */
const AT_ONCE = 50;

/** While a job runs, how often what it owes is handed over at most, in milliseconds: each time costs a look at who listens. */
const HAND_OVER_EVERY_MS = 1_000;

type AnnouncingPorts = Pick<Ports, 'clock' | 'webhooks' | 'documents' | 'announcers' | 'outboxes'>;
type Owed = Pick<GateStore, 'owedAnnouncements' | 'forgetAnnouncements'>;

/** Hands over what the job owes those who want to be told. Nobody waits for it but the alarm. */
export class Announcing {
  readonly #ports: AnnouncingPorts;
  readonly #store: Owed;
  #isBehind: boolean;
  #startedAt = 0;
  #running: Promise<void> | null = null;

  constructor(ports: AnnouncingPorts, store: Owed) {
    this.#ports = ports;
    this.#store = store;
    this.#isBehind = store.owedAnnouncements(1).length > 0;
  }

  /** Whether something is owed. */
  get isBehind(): boolean {
    return this.#isBehind;
  }

  /** To be told when something was saved that is owed. */
  expect(): void {
    this.#isBehind = true;
  }

  /** Resolves when nothing is owed or handing over has failed; never rejects. */
  run(state: JobState): Promise<void> {
    if (this.#running === null && !this.#isDue(state)) return Promise.resolve();
    this.#running ??= this.#handOver(state).finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  #isDue(state: JobState): boolean {
    if (!this.#isBehind) return false;
    return isTerminal(deriveStatus(state)) || this.#ports.clock() - this.#startedAt >= HAND_OVER_EVERY_MS;
  }

  async #handOver({ id, accountId, hooks }: JobState): Promise<void> {
    this.#startedAt = this.#ports.clock();
    try {
      for (;;) {
        const owed = this.#store.owedAnnouncements(AT_ONCE);
        const last = owed.at(-1)?.seq;
        if (last === undefined) {
          this.#isBehind = false;
          return;
        }
        const announcements = await Promise.all(owed.map(({ announcement }) => announcementOf(announcement)));
        await handOver(this.#ports, accountId, hooks, announcements);
        this.#store.forgetAnnouncements(last);
      }
    } catch (error) {
      logError('gate left something untold', error, { job: id });
    }
  }
}
