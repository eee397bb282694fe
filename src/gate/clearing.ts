import type { JobState } from '../jobs/job';
import { isAtRest, isToBeCleared } from '../jobs/schedule';
import { logError } from '../log';
import type { GatePorts, GateStore } from './gate-store';
import type { JobRecord } from './job-record';

/** Deletes what is stored of a job that is gone, and in the end what the gate itself kept of it. */
export class Clearing {
  readonly #ports: Pick<GatePorts, 'clock' | 'blobs'>;
  readonly #store: GateStore;
  readonly #record: JobRecord;

  constructor(ports: Pick<GatePorts, 'clock' | 'blobs'>, store: GateStore, record: JobRecord) {
    this.#ports = ports;
    this.#store = store;
    this.#record = record;
  }

  /** Whether the job's time is over, or it was deleted. */
  isDue(): boolean {
    const { state } = this.#record;
    return state !== null && isToBeCleared(state, this.#ports.clock());
  }

  /**
   * Expired before anything is deleted, so that no retry begins on what is going away. Deletes again when a look before
   * was cut off. Answers whether all is gone.
   */
  async run({ accountId, id, deletedAt }: JobState): Promise<boolean> {
    try {
      if (deletedAt === null) this.#record.apply({ kind: 'expire', now: this.#ports.clock() });
      await this.#ports.blobs.deleteJob({ accountId, jobId: id });
      return true;
    } catch (error) {
      logError('gate left something to delete', error, { job: id });
      return false;
    }
  }

  /** Of a job that is gone, and that all who had to were told of: no event is asked for again, and a deleted one by nobody at all. */
  async rest(state: JobState): Promise<void> {
    if (!isAtRest(state, this.#ports.clock())) return;
    if (state.deletedAt === null) this.#store.forgetEvents();
    else await this.#record.erase();
  }
}
