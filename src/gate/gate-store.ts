import type { EpochMs, JobState } from '../jobs/job';
import type { LiveEvent, NumberedEvent } from '../jobs/live-event';
import type { Ports } from '../jobs/ports';

/** What a gate needs of the world outside its object. */
export type GatePorts = Pick<Ports, 'clock' | 'blobs' | 'jobs' | 'extractions' | 'fields' | 'work' | 'settings'>;

/** What a gate keeps. Synchronous, and each call is whole or has not happened. */
export interface GateStore {
  /** null: nothing was ever saved. */
  load(): JobState | null;
  /** Writes what differs between two states, and the events, in one transaction. */
  save(before: JobState | null, after: JobState, events: readonly LiveEvent[], at: EpochMs): void;
  eventsAfter(seq: number, limit: number): readonly NumberedEvent[];
  /** The newest revision that D1 is known to have; 0: none. */
  projectedRevision(): number;
  noteProjected(revision: number): void;
  /** The newest revision whose values are in the index of fields; 0: none. */
  indexedRevision(): number;
  noteIndexed(revision: number): void;
}
