/** https://docs.retab.com (List jobs): their filters as ours — pure. */
import { readId } from '../../jobs/id-forms';
import type { JobFilter, LabelTest } from '../../jobs/job-filter';
import type { Cursor } from '../../jobs/records';
import { calledAsOf, OPERATION } from './endpoints';
import { toFilenameTest } from './filename-pattern';
import type { JobsQuery } from './job-wire';
import { STATUS_FILTER } from './status';

const DEFAULT_LIMIT = 20;
const DAY_MS = 86_400_000;

/** A job that belongs to a workflow says so in its metadata. */
const OF_WORKFLOW = { names: ['workflow_id'], value: null } as const;

type Part = Partial<JobFilter>;

/** `cursor`: the job that `before` or `after` names; null: neither does. Throws `invalid-request` for a bad pattern. */
export function toJobFilter(query: JobsQuery, cursor: Cursor | null): JobFilter {
  const { project_id, model, filename_contains, from_date, to_date } = query;
  return {
    limit: query.limit ?? DEFAULT_LIMIT,
    order: query.order === 'asc' ? 'asc' : 'desc',
    offset: 0,
    after: query.before ? null : cursor,
    before: query.before ? cursor : null,
    ...idPart([query.id, query.job_id]),
    ...statusPart(query.status),
    ...endpointPart(query.endpoint),
    ...(project_id ? { projectId: project_id } : {}),
    ...(query.source === 'project' ? { hasProject: true } : {}),
    ...(query.source === 'api' ? { hasProject: false } : {}),
    ...(model ? { model } : {}),
    ...labelPart(query),
    ...toFilenameTest(query.filename_regex ?? ''),
    ...(filename_contains ? { filenamePart: filename_contains } : {}),
    ...(query.document_type?.length ? { extensions: query.document_type } : {}),
    ...(from_date ? { createdFrom: Date.parse(from_date) } : {}),
    ...(to_date ? { createdTo: Date.parse(to_date) + DAY_MS } : {}),
  };
}

/** Both spellings of the parameter must hold. An id that is none is nobody's. */
function idPart(given: readonly (string | undefined)[]): Part {
  const asked = given.flatMap((id) => (id ? [readId(id)] : []));
  if (asked.length === 0) return {};
  const [first] = asked;
  return { ids: first != null && asked.every((id) => id === first) ? [first] : [] };
}

function statusPart(word: string | undefined): Part {
  const status = STATUS_FILTER.get(word ?? '');
  return status === undefined ? {} : { statuses: [status] };
}

/** No job has an endpoint that does not run here. */
function endpointPart(endpoint: string | undefined): Part {
  if (!endpoint) return {};
  const operation = OPERATION.get(endpoint);
  return operation === undefined ? { operations: [] } : { operations: [operation], calledAs: calledAsOf(endpoint) };
}

function labelPart(query: JobsQuery): Part {
  const { source, workflow_id, workflow_node_id, workflow_block_id, metadata } = query;
  const having = (names: readonly string[], value: string | undefined): LabelTest[] =>
    value ? [{ names, value, isThere: true }] : [];
  const labels: LabelTest[] = [
    ...(source === 'workflow' ? [{ ...OF_WORKFLOW, isThere: true }] : []),
    ...(source === 'api' ? [{ ...OF_WORKFLOW, isThere: false }] : []),
    ...having(['workflow_id'], workflow_id),
    ...having(['workflow_node_id', 'node_id'], workflow_node_id),
    ...having(['workflow_block_id', 'block_id'], workflow_block_id),
    ...Object.entries(metadata ?? {}).map(([name, value]) => ({ names: [name], value, isThere: true })),
  ];
  return labels.length === 0 ? {} : { labels };
}
