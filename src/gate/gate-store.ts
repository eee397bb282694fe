import type { EpochMs, JobState } from '../jobs/job';
import type { LiveEvent, NumberedEvent } from '../jobs/live-event';
import type { Ports } from '../jobs/ports';
import type { OwedAnnouncement } from '../jobs/webhooks/announcements-between';

/** What a gate needs of the world outside its object. */
export type GatePorts = Pick<
  Ports,
  | 'clock'
  | 'blobs'
  | 'documents'
  | 'jobs'
  | 'extractions'
  | 'fields'
  | 'turnstiles'
  | 'work'
  | 'webhooks'
  | 'announcers'
  | 'outboxes'
  | 'settings'
>;

/** What one change of the job leaves behind beside its state. */
export interface Aftermath {
  readonly events: readonly LiveEvent[];
  readonly announcements: readonly OwedAnnouncement[];
  readonly at: EpochMs;
}

/** What a gate keeps. Synchronous, and each call is whole or has not happened. */
export interface GateStore {
  /** null: nothing was ever saved. */
  load(): JobState | null;
  /** Writes what differs between two states, the events and what is owed to be told, in one transaction. */
  save(before: JobState | null, after: JobState, aftermath: Aftermath): void;
  /** All events but the newest. */
  forgetEvents(): void;
  /** Everything: afterwards nothing was ever saved. */
  erase(): Promise<void>;
  eventsAfter(seq: number, limit: number): readonly NumberedEvent[];
  /** What is owed to be told, oldest first, at most so many. */
  owedAnnouncements(limit: number): readonly { readonly seq: number; readonly announcement: OwedAnnouncement }[];
  /** Those up to this one are told. */
  forgetAnnouncements(upTo: number): void;
  /** The newest revision that D1 is known to have; 0: none. */
  projectedRevision(): number;
  noteProjected(revision: number): void;
  /** The newest revision whose values are in the index of fields; 0: none. */
  indexedRevision(): number;
  noteIndexed(revision: number): void;
}
