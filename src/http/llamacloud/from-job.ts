/** Our jobs as theirs — pure. */
import type { FirstDocument } from '../../jobs/first-document';
import type { ReadExtraction } from '../../jobs/get-result';
import type { JobSummary } from '../../jobs/job';
import type { Agent } from './agents';
import { fileType } from './file-type';
import type { File } from './file-wire';
import { fromAgent, iso } from './from-agent';
import { fromFile } from './from-file';
import { dataOf, extractionMetadata } from './from-result';
import type { ExtractJob, ResultSet } from './job-wire';
import { errorOf, LLAMACLOUD_JOB_STATUS } from './status';

export const fromJob = (job: JobSummary, agent: Agent, file: File, projectId: string): ExtractJob => ({
  id: job.id,
  extraction_agent: fromAgent(agent, projectId),
  status: LLAMACLOUD_JOB_STATUS[job.status],
  error: errorOf(job),
  file_id: file.id,
  file,
});

/** The file under the name it has in the job; of one that has been deleted, what the job still knows. */
export function fromFirst({ extraction, document }: FirstDocument, projectId: string): File {
  const { documentId: id, filename, createdAt } = extraction;
  if (document !== null) return fromFile({ ...document, filename }, projectId);
  const time = iso(createdAt);
  return {
    id,
    name: filename,
    project_id: projectId,
    external_file_id: filename,
    file_size: 0,
    file_type: fileType('', filename),
    created_at: time,
    updated_at: time,
    last_modified_at: time,
    resource_info: null,
    permission_info: null,
    data_source_id: null,
    expires_at: null,
    purpose: null,
  };
}

export const fromResult = (read: ReadExtraction, agentId: string): ResultSet => ({
  run_id: read.result.extraction.id,
  extraction_agent_id: agentId,
  data: dataOf(read),
  extraction_metadata: extractionMetadata(read),
});
