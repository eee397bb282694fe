import type { EpochMs } from '../job';
import type { SendOutcome } from './courier';
import type { Parcel } from './parcel';

/** `dead`: given up, and kept to be sent again on request. */
export type DeliveryStatus = 'pending' | 'delivered' | 'dead';

/** One try, as the log tells it. */
export interface DeliveryTry extends Pick<SendOutcome, 'problem' | 'status' | 'message' | 'elapsedMs'> {
  readonly at: EpochMs;
}

/** How a parcel fares, as the log shows it. */
export interface DeliveryRecord
  extends Pick<Parcel, 'id' | 'announcementId' | 'accountId' | 'destination' | 'jobId' | 'kind' | 'createdAt'> {
  readonly webhookId: string | null;
  readonly family: string;
  /** Where it was last sent, or is to be sent. */
  readonly url: string;
  readonly eventType: string;
  readonly status: DeliveryStatus;
  /** All tries there were; `latest` are the newest of them, at most 20, oldest first. */
  readonly tries: number;
  readonly latest: readonly DeliveryTry[];
  /** When it is tried next; null: not again. */
  readonly nextAt: EpochMs | null;
  readonly endedAt: EpochMs | null;
  /** Counts the changes: a record does not replace a newer one. */
  readonly revision: number;
}
