import { z } from 'zod';
import { Job } from './job-wire';
import { WEBHOOK_EVENTS } from './webhook-wire';

/** What a webhook is sent. */
export const AnnouncementBody = z.object({
  event: z.enum([...WEBHOOK_EVENTS, 'webhook.test']),
  /** As `GET /v1/jobs/{id}` tells of it at that moment; null: the event is about none. */
  job: Job.nullable(),
});
export type AnnouncementBody = z.infer<typeof AnnouncementBody>;
