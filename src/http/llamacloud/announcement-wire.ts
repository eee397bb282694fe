/** https://developers.llamaindex.ai (Webhooks): bodies that are sent. */
import { z } from 'zod';
import type { JsonObject } from '../../schema/json';

/** What there is to hear of an extraction here. */
export const EXTRACT_EVENTS = ['extract.pending', 'extract.success', 'extract.error', 'extract.cancelled'] as const;

export const AnnouncementBody = z.object({
  event_id: z.uuid(),
  event_type: z.enum(EXTRACT_EVENTS),
  /** Seconds since 1970. */
  timestamp: z.number(),
  /** JSON text, or where it was asked for an object. */
  data: z.union([z.string(), z.custom<JsonObject>()]),
});
export type AnnouncementBody = z.infer<typeof AnnouncementBody>;
