import type { WebhookRecord } from '../webhook';

/** Where and how one job, or everything of an account, is told of: a stored webhook, or one that came with a job. */
export interface Hook
  extends Pick<WebhookRecord, 'family' | 'url' | 'events' | 'secret' | 'headers' | 'sourceId' | 'asked'> {
  /** Of the stored webhook; null: it came with the job. */
  readonly webhookId: string | null;
}

export const hookOf = ({ id, family, url, events, secret, headers, sourceId, asked }: WebhookRecord): Hook => ({
  webhookId: id,
  family,
  url,
  events,
  secret,
  headers,
  sourceId,
  asked,
});
