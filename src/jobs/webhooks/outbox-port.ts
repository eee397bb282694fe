import type { SendOutcome } from './courier';
import type { Parcel, ParcelMessage } from './parcel';

/** Names one destination of one account. */
export interface OutboxRef {
  readonly accountId: string;
  readonly destination: string;
}

/** A parcel that the one who asked may send now. */
export interface Handout {
  readonly parcel: Parcel;
  /** Names this try; a report with another one comes too late. */
  readonly token: number;
}

/** Where the parcels of one destination wait until they are delivered. The object is `src/outbox`. */
export interface Outbox {
  /** Keeps them, once each: a parcel that is there, or was delivered lately, changes nothing. */
  add(parcels: readonly Parcel[]): Promise<void>;
  /** null: not due (any more), somebody is at it, or it must wait for others. */
  lease(parcelId: string): Promise<Handout | null>;
  report(parcelId: string, token: number, outcome: SendOutcome): Promise<void>;
  /** Sends one again now, whatever became of it; false: it is not kept any more. */
  redeliver(parcelId: string): Promise<boolean>;
  /** Sends all that are dead again; how many there are. */
  replay(): Promise<number>;
  /** What waits is given up, as dead letters. */
  giveUp(): Promise<void>;
  /** Forgets everything. */
  clear(): Promise<void>;
}

export interface Outboxes {
  at(ref: OutboxRef): Outbox;
}

/** The queue of parcels that are due. */
export interface ParcelQueue {
  send(messages: readonly ParcelMessage[]): Promise<void>;
}
