/** What webhooks were sent: this server's own. */
import { z } from 'zod';
import type { AnnouncementKind } from '../../jobs/webhooks/announcement';
import type { DeliveryStatus } from '../../jobs/webhooks/delivery';
import { Uuid } from '../door';
import { TALONIC_EVENT } from './announce';
import { ListQuery, word } from './list-window';
import { Pagination } from './wire';

/** `failed`: given up, to be sent again on request. */
export const DELIVERY_STATUS = {
  pending: 'pending',
  delivered: 'delivered',
  dead: 'failed',
} as const satisfies Record<DeliveryStatus, string>;

const STATUS_FILTER: ReadonlyMap<string, readonly DeliveryStatus[]> = new Map<string, readonly DeliveryStatus[]>([
  ['pending', ['pending']],
  ['delivered', ['delivered']],
  ['failed', ['dead']],
]);

/** By this dialect's name of the event, whatever it is called at the webhook that was sent it. */
const EVENT_FILTER: ReadonlyMap<string, readonly AnnouncementKind[]> = new Map(
  Object.entries(TALONIC_EVENT).flatMap(([kind, event]) => (event === null ? [] : [[event, [asKind(kind)]]])),
);

/** A key of the table. */
function asKind(key: string): AnnouncementKind {
  return key as AnnouncementKind;
}

const OptionalId = z.preprocess((text) => (text === '' ? undefined : text), Uuid.optional());

export const WebhookDeliveriesQuery = ListQuery.extend({
  status: word(STATUS_FILTER),
  event: word(EVENT_FILTER),
  job_id: OptionalId,
});
export type WebhookDeliveriesQuery = z.infer<typeof WebhookDeliveriesQuery>;

export const DeliveriesQuery = WebhookDeliveriesQuery.extend({ webhook_id: OptionalId });
export type DeliveriesQuery = z.infer<typeof DeliveriesQuery>;

const Try = z.object({
  at: z.string(),
  /** `delivered`, or why not. */
  outcome: z.enum(['delivered', 'timeout', 'refused-address', 'unreachable', 'redirect', 'status', 'gone']),
  status_code: z.int().nullable(),
  message: z.string().nullable(),
  duration_ms: z.int(),
});

export const Delivery = z.object({
  id: z.string(),
  /** What the receiver knows it by: `webhook-id`, the same at every try. */
  event_id: z.string(),
  event: z.string(),
  status: z.enum(Object.values(DELIVERY_STATUS)),
  /** null: the webhook came with a job. */
  webhook_id: z.string().nullable(),
  job_id: z.string().nullable(),
  url: z.string(),
  dialect: z.string(),
  attempt_count: z.int(),
  next_attempt_at: z.string().nullable(),
  created_at: z.string(),
  completed_at: z.string().nullable(),
  links: z.object({
    self: z.string(),
    redeliver: z.string(),
    webhook: z.string().optional(),
    job: z.string().optional(),
  }),
});
export type Delivery = z.infer<typeof Delivery>;

/** `attempts`: the newest twenty, oldest first. */
export const DeliveryDetail = Delivery.extend({ attempts: z.array(Try) });
export type DeliveryDetail = z.infer<typeof DeliveryDetail>;

export const DeliveryList = z.object({ data: z.array(Delivery), pagination: Pagination });
export type DeliveryList = z.infer<typeof DeliveryList>;

/** What is answered when something is to be sent (again). */
export const Sending = z.object({
  id: z.string(),
  status: z.literal('pending'),
  message: z.string(),
  links: z.object({ self: z.string() }),
});
export type Sending = z.infer<typeof Sending>;

export const Replaying = z.object({ webhook_id: z.string(), replayed: z.int() });
export type Replaying = z.infer<typeof Replaying>;

export const SigningSecret = z.object({ secret: z.string() });
export type SigningSecret = z.infer<typeof SigningSecret>;
