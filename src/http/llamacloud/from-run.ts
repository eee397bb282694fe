/** Extractions as runs — pure. */
import type { FirstDocument } from '../../jobs/first-document';
import type { ReadExtraction } from '../../jobs/get-result';
import { PLAIN_CONFIG } from './extract-config';
import { iso } from './from-agent';
import { fromFirst } from './from-job';
import { askedOf, dataOf, extractionMetadata } from './from-result';
import type { ExtractRun } from './run-wire';
import { EXPIRED, fromProblem, LLAMACLOUD_RUN_STATUS } from './status';

/** `read`: null once its job has expired. What was read before a document failed is told with the error. */
export function fromRun(
  first: FirstDocument,
  read: ReadExtraction | null,
  agentId: string,
  projectId: string,
): ExtractRun {
  const { extraction } = first;
  const hasRead = read !== null && extraction.endedAt !== null && extraction.phase !== null;
  const { dataSchema, config } = read === null ? { dataSchema: {}, config: PLAIN_CONFIG } : askedOf(read);
  return {
    id: extraction.id,
    created_at: iso(extraction.createdAt),
    updated_at: iso(extraction.endedAt ?? extraction.createdAt),
    project_id: projectId,
    extraction_agent_id: agentId,
    data_schema: dataSchema,
    config,
    file_id: extraction.documentId,
    file: fromFirst(first, projectId),
    status: read === null ? 'ERROR' : LLAMACLOUD_RUN_STATUS[extraction.outcome],
    error: errorOf(first, read),
    job_id: extraction.jobId,
    data: hasRead ? dataOf(read) : null,
    extraction_metadata: hasRead ? extractionMetadata(read) : null,
    from_ui: extraction.origin === 'dashboard',
  };
}

function errorOf({ extraction: { problem } }: FirstDocument, read: ReadExtraction | null): string | null {
  if (read === null) return EXPIRED;
  return problem === null ? null : fromProblem(problem);
}
