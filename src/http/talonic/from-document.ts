/** https://talonic.com/docs/api/documents — pure. */
import type { DocumentDetail } from '../../jobs/get-document';
import type { JobSummary } from '../../jobs/job';
import type { OpenedGrant } from '../../jobs/open-grant';
import type { Listing } from '../../jobs/records';
import type { OpenScope } from '../dialect';
import type { Document, DocumentList, ReExtracting } from './document-wire';
import { known } from './from-extraction';
import { iso } from './from-job';
import { fromListing } from './list-window';
import { UPLOAD_PATH } from './open-path';
import type { UploadSession } from './upload-wire';

export function fromDocument({ document, extractions }: DocumentDetail, origin: string): Document {
  const self = `/v1/documents/${document.id}`;
  return {
    id: document.id,
    filename: document.filename,
    pages: document.pages,
    size_bytes: document.sizeBytes,
    mime_type: document.mediaType,
    type_detected: null,
    language_detected: document.language,
    status: document.status,
    ...(document.status === 'error' && document.problem !== null ? { error: document.problem.message } : {}),
    source: { id: document.sourceId, type: document.sourceId === null ? 'upload' : 'source' },
    field_count: extractions?.fieldCount ?? 0,
    triage: null,
    original_path: null,
    ...known('batch_id', document.batchId),
    ...known('metadata', document.metadata),
    extraction_count: extractions?.count ?? 0,
    latest_extraction_id: extractions?.latestId ?? null,
    created_at: iso(document.createdAt),
    links: {
      self,
      extractions: `${self}/extractions`,
      markdown: `${self}/markdown`,
      dashboard: `${origin}/documents/${document.id}`,
    },
  };
}

export const fromDocuments = (listing: Listing<DocumentDetail>, limit: number, origin: string): DocumentList => ({
  data: listing.items.map((detail) => fromDocument(detail, origin)),
  pagination: fromListing(listing, limit),
});

export const fromReExtraction = (documentId: string, job: JobSummary): ReExtracting => ({
  id: documentId,
  status: 'extracting',
  message: 'The document is being extracted again.',
  job_id: job.id,
  links: {
    self: `/v1/documents/${documentId}`,
    job: `/v1/jobs/${job.id}`,
    extractions: `/v1/documents/${documentId}/extractions`,
  },
});

export const fromUploadSession = (
  { token, documentId, expiresAt }: OpenedGrant,
  { origin, prefix }: Pick<OpenScope, 'origin' | 'prefix'>,
): UploadSession => ({
  document_id: documentId,
  upload_url: `${origin}${prefix}${UPLOAD_PATH}/${token}`,
  expires_at: iso(expiresAt),
});
