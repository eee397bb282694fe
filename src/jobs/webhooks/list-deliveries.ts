import { getWebhook } from '../get-webhook';
import type { Ports } from '../ports';
import type { Caller, Listing } from '../records';
import type { DeliveryRecord } from './delivery';
import type { DeliveryFilter } from './delivery-log';

export const listDeliveries = (
  ports: Ports,
  { accountId }: Caller,
  filter: DeliveryFilter,
): Promise<Listing<DeliveryRecord>> => ports.deliveries.list(accountId, filter);

/** Of a webhook of any dialect. Throws `not-found` for one that is not there. */
export async function listDeliveriesOf(
  ports: Ports,
  caller: Caller,
  webhookId: string,
  filter: Omit<DeliveryFilter, 'webhookId'>,
): Promise<Listing<DeliveryRecord>> {
  await getWebhook(ports, caller, null, webhookId);
  return listDeliveries(ports, caller, { ...filter, webhookId });
}
