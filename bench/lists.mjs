import { benchKey } from './one-page-jobs.mjs';

/** Jobs in the account whose lists are measured. */
export const JOBS_LISTED = 20_000;

/** Rows of one statement. */
const BATCH = 500;

/** A version 4 UUID that tells its number. */
const idOf = (at) => `${at.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`;

/** A page of twenty by each kind of filter: one that few jobs pass costs the most, since many rows are looked at. */
export const LISTS = {
  'Retab: no filter': '/v1/jobs',
  'Retab: after the middle': `/v1/jobs?after=${idOf(JOBS_LISTED / 2)}`,
  'Retab: status=failed (1 in 10)': '/v1/jobs?status=failed',
  'Retab: model (1 in 100)': '/v1/jobs?model=retab-rare',
  'Retab: metadata (1 in 100)': `/v1/jobs?metadata=${encodeURIComponent('{"customer":"rare"}')}`,
  'Retab: filename_contains (1 in 100)': '/v1/jobs?filename_contains=rare',
  'Retab: filename_regex (1 in 100)': `/v1/jobs?filename_regex=${encodeURIComponent('^(rare|seldom)-[0-9]')}`,
  'Retab: document_type=docx (none)': '/v1/jobs?document_type=docx',
};

/** Puts the rows of `JOBS_LISTED` jobs of the account into the index, as the gates' projections would. */
export async function seedJobs(database, accountId) {
  for (let start = 0; start < JOBS_LISTED; start += BATCH) {
    const rows = JSON.stringify(Array.from({ length: BATCH }, (_, at) => rowOf(start + at)));
    await database.batch([
      database.prepare(JOBS).bind(rows, accountId),
      database.prepare(EXTRACTIONS).bind(rows, accountId),
      database.prepare(LABELS).bind(rows, accountId),
    ]);
  }
}

const rowOf = (at) => {
  const rare = at % 100 === 0;
  return {
    id: idOf(at),
    extraction: idOf(at + 1_000_000),
    createdAt: 1_700_000_000_000 + at * 60_000,
    status: at % 10 === 3 ? 'failed' : 'completed',
    model: rare ? 'retab-rare' : 'retab-small',
    customer: rare ? 'rare' : `customer-${at % 50}`,
    filename: `${rare ? 'rare' : 'usual'}-${at}.pdf`,
  };
};

const JOBS = `
  INSERT INTO jobs (id, account_id, operation, status, progress, attempt, document_count, completed_documents, failed_documents,
    total_cells, filled_cells, created_at, started_at, ended_at, expires_at, revision, model, labels)
  SELECT value ->> 'id', ?2, 'extract', value ->> 'status', 100, 1, 1, 1, 0, 4, 4, value ->> 'createdAt', value ->> 'createdAt',
    value ->> 'createdAt', value ->> 'createdAt', 3, value ->> 'model', json_object('customer', value ->> 'customer')
  FROM json_each(?1)`;

const EXTRACTIONS = `
  INSERT INTO extractions (id, account_id, job_id, "index", document_id, filename, attempt, outcome, filled_fields, field_count,
    created_at, revision, extension)
  SELECT value ->> 'extraction', ?2, value ->> 'id', 0, value ->> 'extraction', value ->> 'filename', 1, 'completed', 4, 4,
    value ->> 'createdAt', 3, 'pdf'
  FROM json_each(?1)`;

const LABELS = `
  INSERT INTO job_labels (job_id, name, account_id, value)
  SELECT value ->> 'id', 'customer', ?2, value ->> 'customer' FROM json_each(?1)`;

/** Tasks that each read one page. */
export function prepareLists(url, path, count) {
  const target = `${url}${path}`;
  return Array(count).fill(async () => {
    const response = await fetch(target, { headers: { 'api-key': benchKey } });
    const text = await response.text();
    if (!response.ok) throw new Error(`${target} answered ${response.status}: ${text}`);
  });
}
