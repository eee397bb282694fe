/** Our documents as their files — pure. */
import type { DocumentRecord } from '../../jobs/records';
import { fileType } from './file-type';
import type { File, FileV2, PresignedUrl } from './file-wire';

export function fromFile(document: DocumentRecord, projectId: string): File {
  const createdAt = new Date(document.createdAt).toISOString();
  return {
    id: document.id,
    name: document.filename,
    project_id: projectId,
    external_file_id: document.externalId ?? document.filename,
    file_size: document.sizeBytes,
    file_type: fileType(document.mediaType, document.filename),
    created_at: createdAt,
    updated_at: createdAt,
    last_modified_at: createdAt,
    resource_info: null,
    permission_info: null,
    data_source_id: document.sourceId,
    expires_at: null,
    purpose: document.purpose,
  };
}

export const fromFileV2 = (
  document: DocumentRecord,
  projectId: string,
  downloadUrl: PresignedUrl | null = null,
): FileV2 => ({
  id: document.id,
  name: document.filename,
  project_id: projectId,
  external_file_id: document.externalId,
  file_type: fileType(document.mediaType, document.filename),
  last_modified_at: new Date(document.createdAt).toISOString(),
  expires_at: null,
  purpose: document.purpose,
  download_url: downloadUrl,
});
