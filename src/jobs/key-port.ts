import type { EpochMs } from './job';
import type { KeyHolder, KeyRecord, KeySecret } from './key';
import type { Listing, ListWindow } from './records';

export interface KeyIndex {
  /**
   * Whose key this is; null: nobody's, or no longer anybody's. Takes the SHA-256 of the key, hex: the key itself is never
   * stored or passed on. Nothing of the answer is remembered, so that a revoked key is refused at once.
   */
  callerOf(keySha256: string): Promise<KeyHolder | null>;
  /** Whether it still is somebody's. Changes nothing, unlike `callerOf`. */
  isGood(keySha256: string): Promise<boolean>;
  /** Adds a key, and its account where there is none; false where that is being deleted. */
  add(record: KeyRecord, secret: KeySecret): Promise<boolean>;
  get(accountId: string, id: string): Promise<KeyRecord | null>;
  list(accountId: string, window: ListWindow): Promise<Listing<KeyRecord>>;
  /** Puts another secret in the place of the present one, which is good until `oldUntil`; false where none is good. */
  rotate(accountId: string, id: string, secret: KeySecret, now: EpochMs, oldUntil: EpochMs): Promise<boolean>;
  /** Ends a key with all its secrets; false where it was ended already. */
  revoke(accountId: string, id: string, now: EpochMs): Promise<boolean>;
}
