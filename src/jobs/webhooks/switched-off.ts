import { JobError } from '../errors';
import type { WebhookRecord } from '../webhook';

/** Throws `conflict` for a webhook to which nothing is sent. Pure. */
export function refuseSwitchedOff({ id, isActive, disabled }: WebhookRecord): void {
  if (isActive) return;
  const why = disabled === null ? '' : ` (${disabled.reason})`;
  throw new JobError('conflict', `Webhook ${id} is switched off${why}; switch it on first`);
}
