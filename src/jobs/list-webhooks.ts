import type { Ports } from './ports';
import type { Caller, Listing, ListWindow } from './records';
import type { WebhookRecord } from './webhook';

export const listWebhooks = (
  ports: Ports,
  caller: Caller,
  family: string,
  window: ListWindow,
): Promise<Listing<WebhookRecord>> => ports.webhooks.list(caller.accountId, family, window);
