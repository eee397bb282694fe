import type { EpochMs, Labels } from './job';
import type { AskedAs } from './request';

/** That a webhook was switched off, because nothing arrived there for too long. */
export interface DisabledWebhook {
  readonly at: EpochMs;
  /** For the owner. */
  readonly reason: string;
}

/** Where an account wants to be told what happens. */
export interface WebhookRecord {
  readonly id: string;
  readonly accountId: string;
  /** As `AgentRecord.family`. */
  readonly family: string;
  readonly url: string;
  /** In the words of the dialect that took it. */
  readonly events: readonly string[];
  /** Signs what is sent; shown once, if it was made here. null: the account's own secret does. */
  readonly secret: string | null;
  readonly headers: Labels;
  readonly sourceId: string | null;
  readonly isActive: boolean;
  /** Since when and why it was switched off without being asked; null: it was not. */
  readonly disabled: DisabledWebhook | null;
  readonly asked: AskedAs;
  readonly createdAt: EpochMs;
  readonly updatedAt: EpochMs;
}

/** Whether it never was changed: its secret is the one it was made with. */
export const isAsMade = ({ createdAt, updatedAt }: WebhookRecord): boolean => updatedAt === createdAt;
