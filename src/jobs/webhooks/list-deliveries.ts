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

/** Throws `not-found` for a webhook that is not there. */
export async function listDeliveriesOf(
  ports: Ports,
  caller: Caller,
  family: string,
  webhookId: string,
  filter: Omit<DeliveryFilter, 'webhookId'>,
): Promise<Listing<DeliveryRecord>> {
  await getWebhook(ports, caller, family, webhookId);
  return listDeliveries(ports, caller, { ...filter, webhookId });
}
