import { getContent } from '../../jobs/get-content';
import { type AskedDocument, type AskedJob, getRequest } from '../../jobs/get-request';
import { getResult } from '../../jobs/get-result';
import { inTurn } from '../../jobs/in-turn';
import type { JobSummary } from '../../jobs/job';
import type { JsonObject } from '../../schema/json';
import type { RequestScope } from '../dialect';
import { askedIn, restored } from './asked';
import type { Warning } from './document-wire';
import type { Answer } from './endpoint';
import { endpointOf } from './endpoints';
import type { JobDetail } from './from-job';
import type { JobQuery } from './job-wire';
import { modelOf } from './models';
import { orNull } from './or-null';
import { endpointAt } from './run-endpoints';

/**
 * What a full view shows besides the job. What cannot be restored is null, with a warning: the job itself is always shown.
 * A request that has expired is gone as promised, and warns nobody.
 */
export async function detailOf(scope: RequestScope, job: JobSummary, wanted: JobQuery): Promise<JobDetail> {
  const isKept = job.status !== 'expired';
  const request = wanted.include_request && isKept ? await orNull(requestOf(scope, job)) : null;
  const isDone = job.status === 'completed';
  const result = wanted.include_response && isDone ? await orNull(resultOf(scope, job)) : null;
  const warnings: Warning[] = [];
  if (wanted.include_request && isKept && request === null) warnings.push(GONE.request);
  if (wanted.include_response && isDone && result === null) warnings.push(GONE.response);
  return { request, result, warnings: [...warnings, ...(result?.warnings ?? [])] };
}

/** Documents read at the same time. */
const READ_AT_ONCE = 2;

const GONE = {
  request: { code: 'request_unavailable', message: 'The request or its document has been deleted', details: null },
  response: { code: 'response_unavailable', message: 'The response has been deleted', details: null },
} as const satisfies Record<string, Warning>;

async function requestOf({ ports, caller }: RequestScope, job: JobSummary): Promise<JsonObject | null> {
  const found = await getRequest(ports, caller, job.id);
  if (found === null) return null;
  const asked = askedIn(found.request.asked);
  if (asked === null) return equivalent(found, job);
  const records = found.documents.flatMap(({ record }) =>
    record !== null && asked.cut.includes(record.sha256) ? [record] : [],
  );
  const contents = await inTurn(records, READ_AT_ONCE, async (record) => {
    return [record.sha256, await getContent(ports, caller, record)] as const;
  });
  return restored(asked, new Map(contents.flatMap(([sha256, bytes]) => (bytes === null ? [] : [[sha256, bytes]]))));
}

async function resultOf({ ports, caller }: RequestScope, job: JobSummary): Promise<Answer> {
  const endpoint = endpointAt(endpointOf(job.operation, job.calledAs));
  return endpoint.answer({ ports, caller }, await getResult(ports, caller, job.id));
}

/** What a request of this vendor's would have been for a job that another dialect took: its documents are named, not repeated. */
function equivalent({ request, documents }: AskedJob, job: JobSummary): JsonObject {
  const refs = documents.map(toFileRef);
  const [document] = refs;
  return {
    ...(refs.length === 1 && document !== undefined ? { document } : { documents: refs }),
    ...(request.schema === null ? {} : { json_schema: request.schema }),
    model: modelOf(job.model),
  };
}

const toFileRef = ({ id, filename, record }: AskedDocument): JsonObject => ({
  id,
  filename,
  mime_type: record?.mediaType ?? 'application/octet-stream',
});
