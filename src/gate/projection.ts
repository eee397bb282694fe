import { isTerminal, type JobState } from '../jobs/job';
import type { Ports } from '../jobs/ports';
import { extractionsSince } from '../jobs/project-extraction';
import { deriveStatus } from '../jobs/status';
import { summarise } from '../jobs/summary';
import type { GateStore } from './gate-store';

/** While a job runs, how often its row in D1 is brought up to date at most, in milliseconds. */
const PROJECT_EVERY_MS = 1_000;

/** The job's row and its extractions in D1: how far they show the state, and what brings them up to date. */
export class Projection {
  readonly #ports: Pick<Ports, 'clock' | 'jobs'>;
  readonly #storage: GateStore;
  #revision: number;
  #projectedAt = 0;
  #running: Promise<void> | null = null;

  constructor(ports: Pick<Ports, 'clock' | 'jobs'>, storage: GateStore) {
    this.#ports = ports;
    this.#storage = storage;
    this.#revision = storage.projectedRevision();
  }

  /** Of the state that D1 shows. */
  get revision(): number {
    return this.#revision;
  }

  /** Projects if something is due, once at a time, and goes on while it is. Rejects when D1 does. */
  async run(current: () => JobState | null): Promise<void> {
    if (this.#running === null && this.#isDue(current())) {
      this.#running = this.#project(current).finally(() => {
        this.#running = null;
      });
    }
    await this.#running;
  }

  #isDue(state: JobState | null): state is JobState {
    if (state === null || this.#revision >= state.revision) return false;
    const changedAtOnce = this.#revision === 0 || isTerminal(deriveStatus(state)) || state.startedAt === null;
    return changedAtOnce || this.#ports.clock() - this.#projectedAt >= PROJECT_EVERY_MS;
  }

  async #project(current: () => JobState | null): Promise<void> {
    for (let state = current(); this.#isDue(state); state = current()) {
      this.#projectedAt = this.#ports.clock();
      await this.#ports.jobs.project(summarise(state, this.#projectedAt), extractionsSince(state, this.#revision));
      this.#storage.noteProjected(state.revision);
      this.#revision = state.revision;
    }
  }
}
