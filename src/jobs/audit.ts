import type { EpochMs } from './job';

/** What an account's log of changes tells: who may call, where events go, and that it was deleted. */
export const AUDIT_ACTIONS = [
  'key.created',
  'key.rotated',
  'key.revoked',
  'webhook.created',
  'webhook.changed',
  'webhook.deleted',
  'webhook.disabled',
  'account.deleted',
] as const;

export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** One change: names and a time, never a secret, an address or a word of a caller's. */
export interface AuditEntry {
  readonly id: string;
  /** Whose key, webhook or account it was. */
  readonly accountId: string;
  readonly action: AuditAction;
  /** Id of the key, the webhook or the account. */
  readonly subjectId: string;
  /** The key it was done with; null: the service did it by itself. */
  readonly keyId: string | null;
  /** As `X-Request-Id` of the answer; null: no request asked for it. */
  readonly requestId: string | null;
  readonly createdAt: EpochMs;
}
