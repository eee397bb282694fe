import { JobError } from '../errors';
import type { Ports } from '../ports';
import type { Caller } from '../records';
import type { DeliveryRecord } from './delivery';

/** Throws `not-found`. */
export async function getDelivery(ports: Ports, { accountId }: Caller, id: string): Promise<DeliveryRecord> {
  const delivery = await ports.deliveries.get(accountId, id);
  if (delivery === null) throw new JobError('not-found', `Delivery ${id} does not exist`);
  return delivery;
}
