/** What webhooks were sent, as it is shown — pure. */
import type { Listing } from '../../jobs/records';
import type { DeliveryRecord } from '../../jobs/webhooks/delivery';
import type { DeliveryFilter } from '../../jobs/webhooks/delivery-log';
import {
  DELIVERY_STATUS,
  type DeliveriesQuery,
  type Delivery,
  type DeliveryDetail,
  type DeliveryList,
  type Sending,
  type WebhookDeliveriesQuery,
} from './delivery-wire';
import { iso } from './from-job';
import { fromListing, toWindow } from './list-window';
import { WEBHOOK_FAMILY } from './to-webhook';

const pathOf = (id: string): string => `/v1/webhook-deliveries/${id}`;
const isoOrNull = (time: number | null): string | null => (time === null ? null : iso(time));

/** A webhook of another dialect is shown by that one. */
const fromRecord = (record: DeliveryRecord): Delivery => ({
  id: record.id,
  event_id: record.announcementId,
  event: record.eventType,
  status: DELIVERY_STATUS[record.status],
  webhook_id: record.webhookId,
  job_id: record.jobId,
  url: record.url,
  dialect: record.family,
  attempt_count: record.tries,
  next_attempt_at: isoOrNull(record.nextAt),
  created_at: iso(record.createdAt),
  completed_at: isoOrNull(record.endedAt),
  links: {
    self: pathOf(record.id),
    redeliver: `${pathOf(record.id)}/redeliver`,
    ...(record.webhookId !== null && record.family === WEBHOOK_FAMILY
      ? { webhook: `/v1/webhooks/${record.webhookId}` }
      : {}),
    ...(record.jobId === null ? {} : { job: `/v1/jobs/${record.jobId}` }),
  },
});

export const fromDelivery = (record: DeliveryRecord): DeliveryDetail => ({
  ...fromRecord(record),
  attempts: record.latest.map(({ at, problem, status, message, elapsedMs }) => ({
    at: iso(at),
    outcome: problem ?? 'delivered',
    status_code: status,
    message,
    duration_ms: Math.round(elapsedMs),
  })),
});

export const fromDeliveries = (listing: Listing<DeliveryRecord>, limit: number): DeliveryList => ({
  data: listing.items.map(fromRecord),
  pagination: fromListing(listing, limit),
});

export const fromSending = (id: string, message: string): Sending => ({
  id,
  status: 'pending',
  message,
  links: { self: pathOf(id) },
});

export const toDeliveryFilter = (query: WebhookDeliveriesQuery): Omit<DeliveryFilter, 'webhookId'> => ({
  ...toWindow(query),
  jobId: query.job_id ?? null,
  statuses: query.status ?? null,
  kinds: query.event ?? null,
});

export const toDeliveriesFilter = (query: DeliveriesQuery): DeliveryFilter => ({
  ...toDeliveryFilter(query),
  webhookId: query.webhook_id ?? null,
});
