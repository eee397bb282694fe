/** https://developers.llamaindex.ai — Files, of both generations. */
import { z } from 'zod';
import { Uuid } from '../door';
import { PageQuery } from './page-window';

const Name = z
  .string()
  .min(1)
  .max(500)
  .refine((name) => name.trim() !== '', 'must have more than spaces');
const ExternalId = z.string().max(3000).nullish();

export const FilePart = z.object({ filename: z.string(), bytes: z.instanceof(Uint8Array) });

/** Form of POST /api/v1/files; the id comes in the query. */
export const UploadFileForm = z.object({ upload_file: FilePart });

export const ExternalIdQuery = z.object({ external_file_id: ExternalId });

/** What a file is for. Nothing hangs on it here. */
const PURPOSES = ['user_data', 'parse', 'extract', 'split', 'classify', 'sheet', 'agent_app'] as const;

/** Form of POST /api/v1/beta/files. */
export const CreateFileForm = z.object({
  purpose: z.enum(PURPOSES),
  external_file_id: ExternalId,
  file: FilePart,
});

/** Body of PUT /api/v1/files: a file that is announced. */
export const AnnounceFileBody = z.object({
  name: Name,
  external_file_id: ExternalId,
  file_size: z.int().min(0).nullish(),
});
export type AnnounceFileBody = z.infer<typeof AnnounceFileBody>;

/** Body of PUT /api/v1/files/upload_from_url. Certificates are always verified, whatever `verify_ssl` says. */
export const FileFromUrlBody = z.object({
  url: z.url({ protocol: /^https?$/ }),
  name: Name.nullish(),
  proxy_url: z.url().nullish(),
  request_headers: z.record(z.string(), z.string()).nullish(),
  verify_ssl: z.boolean().default(true),
  follow_redirects: z.boolean().default(true),
});
export type FileFromUrlBody = z.infer<typeof FileFromUrlBody>;

/** Longest a link lasts, in seconds: our number. */
const MAX_LINK_SECONDS = 24 * 60 * 60;

/** How long a link lasts unless asked otherwise, in seconds. */
export const LINK_SECONDS = 60 * 60;

export const LinkQuery = z.object({
  expires_at_seconds: z
    .string()
    .regex(/^\d{0,9}$/, 'must be a whole number of seconds')
    .transform((text) => (text === '' ? LINK_SECONDS : Math.min(Number(text), MAX_LINK_SECONDS)))
    .refine((seconds) => seconds > 0, 'must be greater than 0')
    .default(LINK_SECONDS),
});

const Expand = z.array(z.string()).transform((names) => names.includes('download_url'));

export const FilesQuery = PageQuery.extend({
  file_ids: z.array(Uuid).max(1000),
  file_name: z.string().optional(),
  external_file_id: z.string().optional(),
  order_by: z.string().optional(),
  expand: Expand,
});
export type FilesQuery = z.infer<typeof FilesQuery>;

export const FileQuery = z.object({ expand: Expand });

/** Body of POST /api/v1/beta/files/query. */
export const QueryFilesBody = z.object({
  filter: z
    .object({
      file_ids: z.array(Uuid).max(1000).nullish(),
      file_name: z.string().nullish(),
      external_file_id: z.string().nullish(),
      project_id: z.string().nullish(),
      data_source_id: Uuid.nullish(),
      only_manually_uploaded: z.boolean().nullish(),
    })
    .nullish(),
  order_by: z.string().nullish(),
  page_size: z.int().min(1).nullish(),
  page_token: z.string().nullish(),
});
export type QueryFilesBody = z.infer<typeof QueryFilesBody>;

export const PresignedUrl = z.object({
  url: z.string(),
  expires_at: z.string(),
  /** null: the bytes are the body, nothing goes with them. */
  form_fields: z.null(),
});
export type PresignedUrl = z.infer<typeof PresignedUrl>;

/** Where an announced file goes. */
export const PresignedUpload = PresignedUrl.extend({ file_id: z.string() });
export type PresignedUpload = z.infer<typeof PresignedUpload>;

/** A file of the first generation: also inside of jobs and runs. */
export const File = z.object({
  id: z.string(),
  name: z.string(),
  project_id: z.string(),
  /** Its name where the caller gave none: older clients take no null here. */
  external_file_id: z.string(),
  file_size: z.int(),
  file_type: z.string().nullable(),
  created_at: z.string(),
  updated_at: z.string(),
  last_modified_at: z.string(),
  resource_info: z.null(),
  permission_info: z.null(),
  data_source_id: z.string().nullable(),
  expires_at: z.null(),
  purpose: z.string().nullable(),
});
export type File = z.infer<typeof File>;

export const FileV2 = z.object({
  id: z.string(),
  name: z.string(),
  project_id: z.string(),
  external_file_id: z.string().nullable(),
  file_type: z.string().nullable(),
  last_modified_at: z.string(),
  expires_at: z.null(),
  purpose: z.string().nullable(),
  download_url: PresignedUrl.nullable(),
});
export type FileV2 = z.infer<typeof FileV2>;
