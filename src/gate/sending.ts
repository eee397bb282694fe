import type { JobState } from '../jobs/job';
import type { JobEvent } from '../jobs/job-event';
import type { Ports } from '../jobs/ports';
import { owedMessages } from '../jobs/schedule';

/** Hands to the queue the messages that a job owes, and notes in the job's state that they are sent. */
export class Sending {
  readonly #ports: Pick<Ports, 'clock' | 'work'>;
  #running: Promise<void> | null = null;

  constructor(ports: Pick<Ports, 'clock' | 'work'>) {
    this.#ports = ports;
  }

  /** Once at a time, until nothing is owed. Rejects when the queue does. */
  async run(current: () => JobState | null, apply: (event: JobEvent) => unknown): Promise<void> {
    this.#running ??= this.#send(current, apply).finally(() => {
      this.#running = null;
    });
    await this.#running;
  }

  async #send(current: () => JobState | null, apply: (event: JobEvent) => unknown): Promise<void> {
    const { clock, work } = this.#ports;
    for (let state = current(); state !== null; state = current()) {
      const { accountId, id: jobId, attempt, priority } = state;
      const owed = owedMessages(state, clock());
      if (owed.length === 0) return;
      await work.send(
        priority,
        owed.map((index) => ({ accountId, jobId, attempt, index, version: 1 })),
      );
      apply({ kind: 'sent', attempt, indexes: owed, now: clock() });
    }
  }
}
