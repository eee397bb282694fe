import { JobError } from '../errors';
import type { Ports } from '../ports';
import type { WebhookRecord } from '../webhook';

/** Throws `conflict` where one more would not be told. */
export async function refuseTooMany(
  { announcers, webhooks, settings }: Pick<Ports, 'announcers' | 'webhooks' | 'settings'>,
  { accountId, family }: Pick<WebhookRecord, 'accountId' | 'family'>,
): Promise<void> {
  if (!announcers.listening.includes(family)) return;
  const { length } = await webhooks.listening(accountId, announcers.listening);
  const { webhooksListening } = settings.limits;
  if (length < webhooksListening) return;
  const message = `${length} webhooks of this account are switched on, of at most ${webhooksListening}; delete one or switch one off first`;
  throw new JobError('conflict', message);
}
