/** https://talonic.com/docs/api/fields — pure. */
import { type FieldRecord, tierOf } from '../../jobs/field';
import type { FieldDetail as CoreDetail } from '../../jobs/get-field';
import type { Listing } from '../../jobs/records';
import type { SimilarField } from '../../jobs/similar-fields';
import type { Field, FieldDetail, FieldList, SimilarFields } from './field-wire';
import { iso } from './from-job';
import { fromListing } from './list-window';
import { TALONIC_TIER } from './status';

export const fromField = (field: FieldRecord): Field => ({
  id: field.id,
  canonical_name: field.canonicalName,
  display_name: field.title,
  data_type: field.type,
  tier: TALONIC_TIER[tierOf(field.occurrences)],
  cluster_id: field.group,
  cluster_name: field.group,
  occurrence_count: field.occurrences,
  master_instruction: field.description === '' ? null : field.description,
  created_at: iso(field.createdAt),
  updated_at: iso(field.updatedAt),
  links: { self: `/v1/fields/${field.id}`, similar: `/v1/fields/${field.id}/similar` },
});

export const fromFields = (listing: Listing<FieldRecord>, limit: number): FieldList => ({
  data: listing.items.map(fromField),
  pagination: fromListing(listing, limit),
});

export const fromFieldDetail = ({ field, recent }: CoreDetail): FieldDetail => ({
  ...fromField(field),
  recent_occurrences: recent.map(({ documentId, filename, extractionId, text, at }) => ({
    document_id: documentId,
    document_filename: filename,
    extraction_id: extractionId,
    value: text,
    extracted_at: iso(at),
  })),
});

export const fromSimilarFields = (similar: readonly SimilarField[]): SimilarFields => ({
  data: similar.map(({ field, similarity }) => ({ ...fromField(field), similarity })),
});
