/** What jobs have made of documents of a dataset, noted with the iteration once it is there. */
import { getJob } from '../../../jobs/get-job';
import { type DocumentResult, getResult } from '../../../jobs/get-result';
import { isTerminal } from '../../../jobs/job';
import type { PredictionRecord } from '../../../jobs/projects/project';
import { updatePrediction } from '../../../jobs/projects/update-prediction';
import type { Owner } from '../endpoint';
import { orNull } from '../or-null';
import { toPrediction } from './run-answer';

/** The same predictions as they stand now. Those of a job that still runs, or is no more, stay as they are. */
export async function settled(
  owner: Owner,
  records: readonly PredictionRecord[],
): Promise<readonly PredictionRecord[]> {
  const jobs = new Set(records.flatMap(({ jobId }) => (jobId === null ? [] : [jobId])));
  const rows = new Map<string, DocumentResult>();
  for (const jobId of jobs)
    for (const row of await rowsOf(owner, jobId)) rows.set(`${jobId} ${row.extraction.documentId}`, row);
  const changed: PredictionRecord[] = [];
  for (const record of records) {
    const row = rows.get(`${record.jobId} ${record.documentId}`);
    changed.push(row === undefined ? record : await noted(owner, record, row));
  }
  return changed;
}

/** []: there is nothing to be read yet, or no more. */
async function rowsOf({ ports, caller }: Owner, jobId: string): Promise<readonly DocumentResult[]> {
  const job = await orNull(getJob(ports, caller, jobId));
  if (job === null || !isTerminal(job.status)) return [];
  return (await orNull(getResult(ports, caller, jobId)))?.rows ?? [];
}

/** A prediction that was deleted or made anew in between is as it was read. */
async function noted(
  { ports, caller }: Owner,
  record: PredictionRecord,
  row: DocumentResult,
): Promise<PredictionRecord> {
  const { prediction, metadata, updated_at } = toPrediction(row);
  const remarks = { metadata, predicted_at: updated_at, extraction_id: row.extraction.id };
  const change = { values: prediction, remarks };
  return (await orNull(updatePrediction(ports, caller, record.id, change))) ?? record;
}
