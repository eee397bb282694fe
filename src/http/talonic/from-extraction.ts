/** https://talonic.com/docs/api/extractions — pure. */
import type { DocumentResult } from '../../jobs/get-result';
import type { ExtractionRecord, Listing } from '../../jobs/records';
import type { Confidence, Extraction, ExtractionItem, ExtractionList, Processing } from './extraction-wire';
import { fromCells } from './from-cells';
import { fromProblem, iso } from './from-job';
import { fromListing } from './list-window';
import { TALONIC_EXTRACTION_STATUS } from './status';

/** Members that are not known are left out: clients that check forbid null in them. */
export const known = <Name extends string, Value>(name: Name, value: Value | null): { [K in Name]?: Value } =>
  (value === null ? {} : { [name]: value }) as { [K in Name]?: Value };

export const linksOf = ({ id, documentId, jobId }: ExtractionRecord, origin: string): Extraction['links'] => ({
  self: `/v1/extractions/${id}`,
  data: `/v1/extractions/${id}/data`,
  document: `/v1/documents/${documentId}`,
  dashboard: `${origin}/jobs/${jobId}`,
});

export const confidenceOf = ({ confidence, fieldConfidence }: DocumentResult): Confidence => ({
  ...known('overall', confidence),
  fields: Object.fromEntries(fieldConfidence),
});

export const processingOf = ({ extraction, elapsedMs }: DocumentResult): Processing => ({
  ...known('duration_ms', elapsedMs),
  ...known('pages_processed', extraction.pages),
  region: 'local',
});

const problemOf = ({ problem }: ExtractionRecord) => known('error', problem === null ? null : fromProblem(problem));

export function fromExtraction(result: DocumentResult, origin: string): Extraction {
  const { extraction } = result;
  return {
    id: extraction.id,
    status: TALONIC_EXTRACTION_STATUS[extraction.outcome],
    document_id: extraction.documentId,
    document: {
      id: extraction.documentId,
      filename: extraction.filename,
      ...known('pages', extraction.pages),
      type_detected: null,
    },
    schema_id: extraction.schemaId,
    job_id: extraction.jobId,
    data: result.values,
    confidence: confidenceOf(result),
    ...fromCells(result.cells),
    locked_fields: result.corrections.map((correction) => correction.field),
    metadata: {
      ...known('pages', extraction.pages),
      ...known('language', extraction.language),
      ...known('processing_time_ms', result.elapsedMs),
    },
    processing: processingOf(result),
    ...problemOf(extraction),
    created_at: iso(extraction.createdAt),
    completed_at: extraction.endedAt === null ? null : iso(extraction.endedAt),
    links: linksOf(extraction, origin),
  };
}

const fromRecord = (extraction: ExtractionRecord, origin: string): ExtractionItem => ({
  id: extraction.id,
  status: TALONIC_EXTRACTION_STATUS[extraction.outcome],
  document_id: extraction.documentId,
  document_filename: extraction.filename,
  schema_id: extraction.schemaId,
  job_id: extraction.jobId,
  confidence_overall: extraction.confidence,
  ...problemOf(extraction),
  created_at: iso(extraction.createdAt),
  completed_at: extraction.endedAt === null ? null : iso(extraction.endedAt),
  links: linksOf(extraction, origin),
});

export const fromExtractions = (listing: Listing<ExtractionRecord>, limit: number, origin: string): ExtractionList => ({
  data: listing.items.map((extraction) => fromRecord(extraction, origin)),
  pagination: fromListing(listing, limit),
});
