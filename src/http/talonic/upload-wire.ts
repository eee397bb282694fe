/** https://talonic.com/docs/api/documents (upload sessions) */
import { z } from 'zod';

/** How long an upload may be awaited, in seconds: the vendor's 15 minutes, and at most an hour. */
const LIFETIME = { usual: 15 * 60, most: 60 * 60 };

const Seconds = z
  .int('must be a whole number of seconds')
  .min(1, 'at least 1 second')
  .transform((seconds) => Math.min(seconds, LIFETIME.most))
  .nullish();

/** Beside the file: where it lies instead. */
export const UploadBody = z.object({ file_url: z.string('must be a URL').nullish() });

export const UploadSessionBody = z
  .object({
    filename: z
      .string('must be the name of the file')
      .trim()
      .min(1, 'must not be empty')
      .max(500, 'at most 500 characters'),
    expires_in: Seconds,
    expires_in_seconds: Seconds,
  })
  .transform(({ filename, expires_in, expires_in_seconds }) => ({
    filename,
    lifetimeSeconds: expires_in ?? expires_in_seconds ?? LIFETIME.usual,
  }));

export const UploadSession = z.object({ document_id: z.string(), upload_url: z.string(), expires_at: z.string() });
export type UploadSession = z.infer<typeof UploadSession>;
