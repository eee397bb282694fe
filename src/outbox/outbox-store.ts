import type { EpochMs } from '../jobs/job';
import type { Parcel } from '../jobs/webhooks/parcel';
import type { Reception } from '../jobs/webhooks/reception';
import type { Slip } from '../jobs/webhooks/slip';

/** A parcel, and how it fares. */
export interface Kept {
  readonly parcel: Parcel;
  readonly slip: Slip;
}

/** What an outbox keeps. Synchronous; each call is whole or has not happened. */
export interface OutboxStore {
  get(id: string): Kept | null;
  /** Adds it, or changes its slip. */
  put(kept: Kept): void;
  /** All of these or none. */
  putAll(kept: readonly Kept[]): void;
  /** Due by now and not under way, the longest due first. */
  due(now: EpochMs, limit: number): readonly Kept[];
  /** Something is to be done about it later than this, under way or not. */
  dueAfter(now: EpochMs): readonly Kept[];
  /** Sent or leased. */
  underWay(): readonly Kept[];
  countUnderWay(): number;
  pending(limit: number): readonly Kept[];
  dead(limit: number): readonly Kept[];
  /** When the next one not under way is due; null: none. */
  nextDueAt(): EpochMs | null;
  /** Whose newest revision the log does not have. */
  unlogged(limit: number): readonly Kept[];
  noteLogged(kept: readonly Kept[]): void;
  reception(): Reception;
  setReception(reception: Reception): void;
  /** The process that spoke to it last; null: none. */
  boot(): string | null;
  setBoot(boot: string): void;
  /** Deletes those that ended before. */
  forget(endedBefore: EpochMs): void;
  /** When the first one ended; null: none has. */
  firstEndedAt(): EpochMs | null;
  isEmpty(): boolean;
  clear(): void;
}
