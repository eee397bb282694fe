/** https://talonic.com/docs/api/sources — pure. */
import type { ReceivedFromSource } from '../../jobs/receive-from-source';
import type { Listing } from '../../jobs/records';
import type { SourceRecord } from '../../jobs/source';
import { known } from './from-extraction';
import { iso } from './from-job';
import { fromListing } from './list-window';
import type { Source, SourceDocument, SourceList } from './source-wire';

export const fromSource = ({ id, name, type, createdAt, updatedAt }: SourceRecord): Source => ({
  id,
  name,
  type,
  created_at: iso(createdAt),
  updated_at: iso(updatedAt),
  links: { self: `/v1/sources/${id}`, documents: `/v1/documents?source_id=${id}` },
});

export const fromSources = (listing: Listing<SourceRecord>, limit: number): SourceList => ({
  data: listing.items.map(fromSource),
  pagination: fromListing(listing, limit),
});

export const fromReceived = (
  { source, document, isDuplicate }: ReceivedFromSource,
  filename: string,
  origin: string,
): SourceDocument => ({
  document_id: document.id,
  filename,
  size_bytes: document.sizeBytes,
  status: isDuplicate ? 'duplicate' : 'queued',
  source_id: source.id,
  ...known('batch_id', isDuplicate ? null : document.batchId),
  message: isDuplicate
    ? 'A document with the same content (SHA-256) is there already; nothing was stored.'
    : 'Stored. It is read when a job or an extraction asks for it.',
  ...(isDuplicate ? { existing_document_id: document.id } : {}),
  links: {
    self: `/v1/documents/${document.id}`,
    source: `/v1/sources/${source.id}`,
    dashboard: `${origin}/documents/${document.id}`,
  },
});
