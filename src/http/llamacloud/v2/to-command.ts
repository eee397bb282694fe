/** Their requests for extractions as our commands — pure. */
import { type CreateJob, NO_TRAITS } from '../../../jobs/create-job';
import { JobError } from '../../../jobs/errors';
import { readId } from '../../../jobs/id-forms';
import type { JobFilter } from '../../../jobs/job-filter';
import { toPage } from '../page-window';
import { statusesBehind } from '../status';
import { toAskedV2 } from './asked-v2';
import type { Configured } from './configurations';
import type { CreateExtractBody, ExtractsQuery } from './extract-wire';
import { LLAMACLOUD_V2_STATUS } from './status';

/** Throws `not-found` for what names no file, `invalid-request` for a parse job: there are none here. */
export function toDocumentId(fileInput: string): string {
  if (/^pjb-/i.test(fileInput))
    throw new JobError(
      'invalid-request',
      `file_input: ${fileInput} is a parse job; this server takes the id of a file`,
      {
        field: 'file_input',
      },
    );
  const id = readId(fileInput);
  if (id === null) throw new JobError('not-found', `Document ${fileInput} does not exist`, { field: 'file_input' });
  return id;
}

export const toCreateJob = (
  body: CreateExtractBody,
  { definition, options, configuration }: Configured,
  configurationName: string | null,
  rest: Pick<CreateJob, 'idempotencyKey' | 'joinsSame' | 'receivedAt' | 'hooks'>,
): CreateJob => ({
  assignment: { operation: 'extract' },
  name: null,
  schema: { kind: body.configuration_id == null ? 'inline' : 'kept', definition },
  documents: [{ id: toDocumentId(body.file_input), filename: null }],
  options,
  priority: 'normal',
  ...NO_TRAITS,
  agentId: body.configuration_id ?? null,
  asked: toAskedV2(
    {
      configuration,
      configurationId: body.configuration_id ?? null,
      fileInput: body.file_input,
    },
    configurationName,
  ),
  // What is stored under the ids may change; a request sent again is the same request.
  sentAs: JSON.stringify(body),
  ...rest,
});

/** Jobs of a page: each is read from its own place. */
const MOST_LISTED = 50;

/** Newest first. A name that can be no file's, or what no job is made of, is a filter that nothing passes. */
export function toJobFilter(query: ExtractsQuery): JobFilter {
  const fileInput = query.file_input || query.document_input_value;
  const documentId = fileInput ? readId(fileInput) : null;
  const isNothing = (fileInput && documentId === null) || !['', 'file_id'].includes(query.document_input_type ?? '');
  const ids = isNothing ? [] : query.job_ids.length > 0 ? query.job_ids : null;
  return {
    ...toPage(query, 'desc', MOST_LISTED),
    operations: ['extract'],
    ...(ids === null ? {} : { ids }),
    ...(documentId === null ? {} : { documentId }),
    ...(query.configuration_id === undefined ? {} : { agentId: query.configuration_id }),
    ...(query.status === undefined ? {} : { statuses: statusesBehind(LLAMACLOUD_V2_STATUS, query.status) }),
    ...(query.created_at_on_or_after === undefined ? {} : { createdFrom: query.created_at_on_or_after }),
    // Ours leaves its end out, theirs takes it in.
    ...(query.created_at_on_or_before === undefined ? {} : { createdTo: query.created_at_on_or_before + 1 }),
  };
}
