import type { EpochMs, Labels } from './job';
import type { AskedAs } from './request';

/** Where an account wants to be told what happens. */
export interface WebhookRecord {
  readonly id: string;
  readonly accountId: string;
  /** As `AgentRecord.family`. */
  readonly family: string;
  readonly url: string;
  /** In the words of the dialect that took it. */
  readonly events: readonly string[];
  /** Signs what is sent; never shown again. null: unsigned. */
  readonly secret: string | null;
  readonly headers: Labels;
  readonly sourceId: string | null;
  readonly isActive: boolean;
  readonly asked: AskedAs;
  readonly createdAt: EpochMs;
  readonly updatedAt: EpochMs;
}
