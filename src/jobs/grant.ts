import type { EpochMs } from './job';

/** What the holder of a secret token may do with one document, without a key. */
export interface GrantRecord {
  /** SHA-256 of the token, hex. */
  readonly tokenSha256: string;
  readonly accountId: string;
  readonly kind: 'download' | 'upload';
  /** An upload's document does not exist until its bytes have come. */
  readonly documentId: string;
  readonly filename: string;
  readonly externalId: string | null;
  readonly purpose: string | null;
  readonly createdAt: EpochMs;
  readonly expiresAt: EpochMs;
}
