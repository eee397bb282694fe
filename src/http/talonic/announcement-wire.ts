/** https://talonic.com/docs/api/webhooks: bodies that are sent. */
import { z } from 'zod';
import { Job } from './job-wire';
import { EVENTS } from './webhook-facts';

const Problem = z.object({ code: z.string(), message: z.string() });

/** `job_id` and `filename` are this server's own. */
export const ExtractionData = z.object({
  extraction_id: z.string(),
  document_id: z.string(),
  schema_id: z.string().nullable(),
  status: z.string(),
  confidence: z.number().nullable(),
  job_id: z.string(),
  filename: z.string(),
  error: Problem.optional(),
});
export type ExtractionData = z.infer<typeof ExtractionData>;

export const StoredData = z.object({
  document_id: z.string(),
  filename: z.string(),
  mime_type: z.string(),
  size_bytes: z.int(),
  source_connection_id: z.string().nullable(),
  created_at: z.string(),
});
export type StoredData = z.infer<typeof StoredData>;

export const JobData = Job.extend({ links: Job.shape.links.omit({ dashboard: true }) });
export type JobData = z.infer<typeof JobData>;

export const TestData = z.object({ message: z.string() });
export type TestData = z.infer<typeof TestData>;

export const WebhookEvent = z.enum([...EVENTS, 'webhook.test']);
export type WebhookEvent = z.infer<typeof WebhookEvent>;

export const AnnouncementBody = z.object({
  event: WebhookEvent,
  /** The same at every try, and in every redelivery. */
  delivery_id: z.string(),
  timestamp: z.string(),
  data: z.union([ExtractionData, StoredData, JobData, TestData]),
});
export type AnnouncementBody = z.infer<typeof AnnouncementBody>;
