import type { EpochMs } from '../job';
import type { Listing, ListWindow } from '../records';
import type { AnnouncementKind } from './announcement';
import type { DeliveryRecord, DeliveryStatus } from './delivery';

export interface DeliveryFilter extends ListWindow {
  readonly webhookId: string | null;
  readonly jobId: string | null;
  readonly statuses: readonly DeliveryStatus[] | null;
  readonly kinds: readonly AnnouncementKind[] | null;
}

/** What was sent, or tried. The truth is in the outboxes; this follows. */
export interface DeliveryLog {
  /** Adds or brings up to date, unless a newer revision is there. Idempotent. */
  put(records: readonly DeliveryRecord[]): Promise<void>;
  get(accountId: string, id: string): Promise<DeliveryRecord | null>;
  list(accountId: string, filter: DeliveryFilter): Promise<Listing<DeliveryRecord>>;
  /** Deletes at most `limit` of any account that were made before; how many. */
  prune(before: EpochMs, limit: number): Promise<number>;
}

/** What an account's hooks without a secret of their own are signed with: "whsec_" and base64. */
export interface SigningSecrets {
  /** Made on first use, the same ever after. */
  of(accountId: string): Promise<string>;
}
