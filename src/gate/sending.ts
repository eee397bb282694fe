import type { JobState } from '../jobs/job';
import type { JobEvent } from '../jobs/job-event';
import type { Ports } from '../jobs/ports';
import { countInFlight, owedMessages } from '../jobs/schedule';
import type { Places } from '../jobs/turnstile';
import { JobPlaces } from './places';

type SendingPorts = Pick<Ports, 'clock' | 'work' | 'turnstiles'>;

/** Hands to the queue the messages that a job owes and has places for, and notes in the job's state that they are sent. */
export class Sending {
  readonly #ports: SendingPorts;
  readonly #places: JobPlaces;
  #running: Promise<void> | null = null;

  constructor(ports: SendingPorts) {
    this.#ports = ports;
    this.#places = new JobPlaces(ports);
  }

  /** The turnstile of the account has more places for the job. */
  admit(places: Places): void {
    this.#places.call(places);
  }

  /** Whether the job waits for the turnstile alone, which calls it. */
  get isToBeCalled(): boolean {
    return this.#places.isToBeCalled;
  }

  /** Once at a time, until nothing is owed or no place is free. Rejects when the queue does. */
  async run(current: () => JobState | null, apply: (event: JobEvent) => unknown): Promise<void> {
    this.#running ??= this.#send(current, apply).finally(() => {
      this.#running = null;
    });
    await this.#running;
  }

  async #send(current: () => JobState | null, apply: (event: JobEvent) => unknown): Promise<void> {
    const { clock, work } = this.#ports;
    for (let state = current(); state !== null; ) {
      const now = clock();
      const room = await this.#places.roomFor(state, countInFlight(state, now), owedMessages(state, now).length);
      const before = state;
      state = current();
      if (state === null) return;
      const { accountId, id: jobId, attempt, priority } = state;
      const owed = owedMessages(state, clock()).slice(0, room);
      // What changed while the turnstile was asked may leave places to be given back.
      if (owed.length === 0 && state === before) return;
      if (owed.length === 0) continue;
      await work.send(
        priority,
        owed.map((index) => ({ accountId, jobId, attempt, index, version: 1 })),
      );
      apply({ kind: 'sent', attempt, indexes: owed, now: clock() });
      state = current();
    }
  }
}
