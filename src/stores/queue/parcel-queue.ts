import type { ParcelQueue } from '../../jobs/webhooks/outbox-port';
import type { ParcelMessage } from '../../jobs/webhooks/parcel';
import { sendAll } from './send-all';

export const createParcelQueue = (queue: Queue<ParcelMessage>): ParcelQueue => ({
  send: (messages) => sendAll(queue, messages),
});
