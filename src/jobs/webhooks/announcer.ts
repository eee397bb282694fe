import type { Labels } from '../job';
import type { Announcement } from './announcement';
import type { Hook } from './hook';

/** What a dialect makes of an announcement: the same at every try. */
export interface Told {
  /** The event's name in the dialect. */
  readonly eventType: string;
  /** JSON text, sent and signed as it is. */
  readonly body: string;
  /** Beside the Standard Webhooks headers, the content type and what the hook itself asks for. */
  readonly headers: Labels;
  /** Carries the HMAC-SHA256 of the body, hex, after the prefix; null: the dialect has none, or no secret was given. */
  readonly signatureHeader: { readonly name: string; readonly prefix: string } | null;
  /** Carries the seconds since 1970 of the try; null: none. */
  readonly timestampHeader: string | null;
}

/** How a dialect tells of what happened. Pure. */
export interface Announcer {
  /** Families of stored webhooks that hear of everything in their account; others hear of jobs that name them. */
  readonly listening: readonly string[];
  /** null: the hook did not ask for this, or the dialect has no word for it. `deliveryId`: of this announcement to this hook. */
  tell(announcement: Announcement, hook: Hook, deliveryId: string): Told | null;
}
