import type { EpochMs } from './job';

/** Where documents come from. */
export interface SourceRecord {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  /** In the caller's word: "api", "email" ... */
  readonly type: string;
  readonly createdAt: EpochMs;
  readonly updatedAt: EpochMs;
}
