import type { Ports } from './ports';
import type { Caller, Listing, ListWindow } from './records';
import type { Page } from './shelf';
import type { WebhookRecord } from './webhook';

/** Takes `before`. */
export const listWebhooks = (
  ports: Ports,
  caller: Caller,
  family: string,
  window: ListWindow,
): Promise<Listing<WebhookRecord> & Page<WebhookRecord>> => ports.webhooks.list(caller.accountId, family, window);
