/** https://talonic.com/docs/api/jobs (results) — pure. */
import type { DocumentResult, JobResult } from '../../jobs/get-result';
import { fromCells } from './from-cells';
import { fromProblem, schemaOf } from './from-job';
import type { JobResults, JobRow } from './job-wire';
import { TALONIC_ROW_STATUS, TALONIC_STATUS } from './status';

export const fromResult = ({ job, rows }: JobResult): JobResults => ({
  job_id: job.id,
  job_status: TALONIC_STATUS[job.status],
  schema: schemaOf(job),
  total_rows: rows.length,
  data: rows.map(fromRow),
  links: { self: `/v1/jobs/${job.id}/results`, job: `/v1/jobs/${job.id}` },
});

function fromRow(row: DocumentResult): JobRow {
  const { extraction } = row;
  return {
    id: extraction.id,
    document_id: extraction.documentId,
    filename: extraction.filename,
    document_filename: extraction.filename,
    status: TALONIC_ROW_STATUS[extraction.outcome],
    values: row.values,
    confidence: row.confidence,
    fields_confidence: Object.fromEntries(row.fieldConfidence),
    ...fromCells(row.cells),
    locked_fields: row.corrections.map((correction) => correction.field),
    ...(extraction.problem === null ? {} : { error: fromProblem(extraction.problem) }),
  };
}
