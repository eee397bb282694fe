import type { EpochMs } from '../job';
import type { AnnouncementKind } from './announcement';
import type { Told } from './announcer';
import type { Hook } from './hook';

/**
 * One announcement on its way to one destination: all that is sent, the same at every try. Of a stored webhook, address,
 * secret and headers are those it has when it is sent; here is what they were.
 */
export interface Parcel {
  /** UUID that follows from announcement and hook. */
  readonly id: string;
  /** Of the announcement: what receivers know it by. */
  readonly announcementId: string;
  readonly accountId: string;
  /** Where it waits: see `destinationOf`. */
  readonly destination: string;
  readonly jobId: string | null;
  readonly kind: AnnouncementKind;
  readonly hook: Hook;
  readonly told: Told;
  readonly createdAt: EpochMs;
}

/** The message that a parcel is due. A hint: what is to be done says the outbox. */
export interface ParcelMessage {
  readonly accountId: string;
  readonly destination: string;
  readonly parcelId: string;
  readonly version: 1;
}
