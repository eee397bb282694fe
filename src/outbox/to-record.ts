import type { DeliveryRecord } from '../jobs/webhooks/delivery';
import type { Kept } from './outbox-store';

/** How a parcel fares, as the log shows it. */
export const toRecord = ({ parcel, slip }: Kept): DeliveryRecord => ({
  id: parcel.id,
  announcementId: parcel.announcementId,
  accountId: parcel.accountId,
  destination: parcel.destination,
  jobId: parcel.jobId,
  kind: parcel.kind,
  webhookId: parcel.hook.webhookId,
  family: parcel.hook.family,
  url: slip.sentTo ?? parcel.hook.url,
  eventType: parcel.told.eventType,
  status: slip.status,
  tries: slip.tries,
  latest: slip.latest,
  nextAt: slip.status === 'pending' && slip.flight === 'none' ? slip.dueAt : null,
  createdAt: parcel.createdAt,
  endedAt: slip.endedAt,
  revision: slip.revision,
});
