/** Their requests as our commands — pure. */
import type { CreateJob } from '../../jobs/create-job';
import type { JobFilter } from '../../jobs/records';
import type { CreateJobBody, JobsQuery } from './job-wire';
import { toWindow } from './list-window';

/** An empty list of documents means what a missing one means: all that are there. */
export const toCreateJob = (body: CreateJobBody, idempotencyKey: string | null): CreateJob => ({
  operation: 'extract',
  name: body.name ?? null,
  schema: { kind: 'stored', idOrShortId: body.schema_id },
  documentIds: body.document_ids?.length ? body.document_ids : null,
  options: { instructions: null, pages: null, engine: null },
  priority: 'normal',
  idempotencyKey,
});

export const toJobFilter = (query: JobsQuery): JobFilter => ({ ...toWindow(query), statuses: query.status ?? null });
