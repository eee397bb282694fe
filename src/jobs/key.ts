import type { EpochMs } from './job';
import type { Caller } from './records';
import type { Scope } from './scope';

/** The account of the key that a server is started with: who runs it. */
export const OPERATOR_ACCOUNT = 'local';

/** A key as its account sees it: everything but the key. */
export interface KeyRecord {
  readonly id: string;
  readonly accountId: string;
  /** In the caller's words; may be empty. */
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** As `shownOf`; null: it was made elsewhere. */
  readonly prefix: string | null;
  readonly createdAt: EpochMs;
  /** From when it is nobody's; null: never. */
  readonly expiresAt: EpochMs | null;
  /** Not later than a minute behind; null: never used. */
  readonly lastUsedAt: EpochMs | null;
  /** When it got its present secret; null: it has its first. */
  readonly rotatedAt: EpochMs | null;
  readonly revokedAt: EpochMs | null;
}

/** A secret as it is stored: never the key itself. */
export interface KeySecret {
  /** Hex. */
  readonly sha256: string;
  /** As `shownOf`. */
  readonly prefix: string;
}

/** A key and, this once, what opens the door. */
export interface FreshKey {
  readonly record: KeyRecord;
  readonly key: string;
}

/** Who presents a key, and what it is good for. */
export interface KeyHolder extends Caller {
  readonly scopes: readonly Scope[];
}
