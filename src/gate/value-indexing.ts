import { indexFields } from '../jobs/index-fields';
import { isTerminal, type JobState } from '../jobs/job';
import type { Ports } from '../jobs/ports';
import { completedSince, toExtractionRecord } from '../jobs/project-extraction';
import { deriveStatus } from '../jobs/status';
import { logError } from '../log';
import type { GateStore } from './gate-store';

/** While a job runs, how often the values of documents that are done are made searchable at most, in milliseconds. */
const INDEX_EVERY_MS = 5_000;
/** Documents made searchable in one go. */
const AT_ONCE = 50;
/** How often it is tried before it is given up: it must not keep an object awake for ever. */
const TRIES = 10;

type IndexingPorts = Pick<Ports, 'clock' | 'blobs' | 'extractions' | 'fields'>;
type Notes = Pick<GateStore, 'indexedRevision' | 'noteIndexed'>;

/** Makes what a job reads searchable, behind its rows and without holding them up. Nobody waits for it but the alarm. */
export class ValueIndexing {
  readonly #ports: IndexingPorts;
  readonly #storage: Notes;
  #revision: number;
  #startedAt = 0;
  #failures = 0;
  #running: Promise<void> | null = null;

  constructor(ports: IndexingPorts, storage: Notes) {
    this.#ports = ports;
    this.#storage = storage;
    this.#revision = storage.indexedRevision();
  }

  /** Whether an ended job has values that are not yet searchable. */
  isBehind(state: JobState): boolean {
    return isTerminal(deriveStatus(state)) && this.#left(state).length > 0;
  }

  /** Resolves when what is due is done or has failed; never rejects. `projectedRevision`: up to here the rows are shown. */
  run(state: JobState, projectedRevision: number): Promise<void> {
    if (this.#running === null && this.#isDue(state)) {
      this.#running = this.#index(state, projectedRevision).finally(() => {
        this.#running = null;
      });
    }
    return this.#running ?? Promise.resolve();
  }

  #isDue(state: JobState): boolean {
    if (!isTerminal(deriveStatus(state)) && this.#ports.clock() - this.#startedAt < INDEX_EVERY_MS) return false;
    return this.#left(state).length > 0;
  }

  #left = (state: JobState) => completedSince(state, this.#revision);

  async #index(state: JobState, projectedRevision: number): Promise<void> {
    const { id: jobId, accountId } = state;
    this.#startedAt = this.#ports.clock();
    for (;;) {
      const batch = this.#left(state).slice(0, AT_ONCE);
      const last = batch.at(-1)?.revision;
      if (last === undefined || last > projectedRevision) return;
      try {
        const extractions = batch.map((document) => toExtractionRecord(state, document));
        await indexFields(this.#ports, { accountId, jobId }, extractions);
        this.#failures = 0;
      } catch (error) {
        logError('gate left values out of the index', error, { job: jobId });
        this.#failures += 1;
        if (this.#failures < TRIES) return;
      }
      this.#storage.noteIndexed(last);
      this.#revision = last;
    }
  }
}
