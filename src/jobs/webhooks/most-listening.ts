import { JobError } from '../errors';
import type { Ports } from '../ports';
import type { WebhookRecord } from '../webhook';

/** Most webhooks of one account that hear of everything: each is told of every event. Our number. */
export const MOST_LISTENING = 100;

/** Throws `conflict` where one more would not be told. */
export async function refuseTooMany(
  { announcers, webhooks }: Pick<Ports, 'announcers' | 'webhooks'>,
  { accountId, family }: Pick<WebhookRecord, 'accountId' | 'family'>,
): Promise<void> {
  if (!announcers.listening.includes(family)) return;
  const { length } = await webhooks.listening(accountId, announcers.listening);
  if (length < MOST_LISTENING) return;
  const message = `${length} webhooks of this account are switched on, the most there can be; delete one or switch one off first`;
  throw new JobError('conflict', message);
}
