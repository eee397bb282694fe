/** https://talonic.com/docs/api/extract — pure. */
import type { DocumentResult, ReadExtraction } from '../../jobs/get-result';
import type { EpochMs, JobSummary } from '../../jobs/job';
import { secondsRemaining } from '../../jobs/progress';
import type { DocumentRecord } from '../../jobs/records';
import type { Extracted, Extracting } from './extract-wire';
import { fromCells } from './from-cells';
import { confidenceOf, known, linksOf, processingOf } from './from-extraction';

export interface ExtractAnswer {
  readonly requestId: string;
  readonly origin: string;
  readonly document: DocumentRecord;
  readonly read: ReadExtraction;
  /** Whether a schema came with the request. */
  readonly hasSchema: boolean;
  /** null: not asked for. */
  readonly markdown: string | null;
}

export function fromExtract({ requestId, origin, document, read, hasSchema, markdown }: ExtractAnswer): Extracted {
  const { result, definition, request } = read;
  const { extraction } = result;
  const given = request.schemaId === null ? 'inline' : 'saved';
  return {
    extraction_id: extraction.id,
    request_id: requestId,
    status: 'complete',
    document: {
      id: document.id,
      filename: extraction.filename,
      ...known('pages', extraction.pages),
      size_bytes: document.sizeBytes,
      mime_type: document.mediaType,
      type_detected: null,
      language_detected: extraction.language,
    },
    data: result.values,
    schema: { source: hasSchema ? given : 'auto', id: request.schemaId, definition },
    confidence: confidenceOf(result),
    ...fromCells(result.cells),
    locked_fields: result.corrections.map((correction) => correction.field),
    processing: processingOf(result),
    job_id: extraction.jobId,
    links: { ...linksOf(extraction, origin), job: `/v1/jobs/${extraction.jobId}` },
    ...known('markdown', markdown),
  };
}

export const fromStarted = (
  job: JobSummary,
  document: DocumentRecord,
  { requestId, origin, now }: { requestId: string; origin: string; now: EpochMs },
): Extracting => ({
  request_id: requestId,
  status: 'processing',
  job: {
    id: job.id,
    status: 'queued',
    poll_url: `/v1/jobs/${job.id}`,
    ...known('estimated_seconds', secondsRemaining(job, now)),
  },
  document: {
    id: document.id,
    filename: document.filename,
    ...known('pages', document.pages),
    size_bytes: document.sizeBytes,
  },
  links: { job: `/v1/jobs/${job.id}`, dashboard: `${origin}/jobs/${job.id}` },
});

/** Nothing is charged here; the counts are real. A cell of a language model is resolved by AI, any other is not. */
export function costHeaders({ cells }: DocumentResult): Record<string, string> {
  const byModel = cells.filter((cell) => cell.source === 'model').length;
  return {
    'X-Talonic-Cost-Credits': '0',
    'X-Talonic-Cost-EUR': '0',
    'X-Talonic-Balance-Credits': '0',
    'X-Talonic-Cells-Resolved-Registry': String(cells.length - byModel),
    'X-Talonic-Cells-Resolved-AI': String(byModel),
  };
}
