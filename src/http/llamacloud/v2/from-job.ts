/** Our jobs as theirs — pure. */
import type { ReadExtraction } from '../../../jobs/get-result';
import { entriesName } from '../../../jobs/target';
import { fieldMetadata } from '../field-metadata';
import { iso } from '../from-agent';
import { askedOf, askingOf, dataOf } from '../from-result';
import { givesReasons, toNotices as toFirstNotices } from '../notices';
import { errorOf } from '../status';
import { readAskedV2 } from './asked-v2';
import type { ExtractConfiguration } from './configuration-wire';
import type { ExtractMetadata, ExtractV2Job } from './extract-wire';
import type { JobView } from './job-view';
import { toNotices } from './notices';
import { LLAMACLOUD_V2_STATUS } from './status';

/** The metadata comes without being asked for when the configuration asks for what stands in it. */
export function fromJob(
  { job, fileInput, configurationId, configuration, read }: JobView,
  projectId: string,
  expand: ReadonlySet<string>,
): ExtractV2Job {
  const result = job.status === 'completed' && configuration !== null && read !== null ? { read, configuration } : null;
  const isCited = configuration !== null && (configuration.cite_sources || configuration.confidence_scores);
  return {
    id: `ext-${job.id}`,
    file_input: fileInput,
    project_id: `prj-${projectId}`,
    status: LLAMACLOUD_V2_STATUS[job.status],
    created_at: iso(job.createdAt),
    updated_at: iso(job.cancelledAt ?? job.endedAt ?? job.startedAt ?? job.createdAt),
    configuration: expand.has('configuration') ? configuration : null,
    configuration_id: configurationId === null ? null : `cfg-${configurationId}`,
    error_message: errorOf(job),
    extract_result: result === null ? null : dataOf(result.read),
    extract_metadata:
      result !== null && (isCited || expand.has('extract_metadata'))
        ? fromEvidence(result.read, result.configuration)
        : null,
    metadata:
      result !== null && expand.has('metadata')
        ? { usage: { num_pages_extracted: result.read.result.pages, num_pages_billed: 0 } }
        : null,
    usage: expand.has('usage') ? { credits: 0, extract_credits: 0, parse_credits: 0 } : null,
  };
}

function fromEvidence(read: ReadExtraction, configuration: ExtractConfiguration): ExtractMetadata {
  const { request, result, schema } = read;
  const { config } = askedOf(read);
  const { target } = request.options;
  const name = entriesName(target);
  const extensions = {
    citations: configuration.cite_sources,
    confidence: configuration.confidence_scores,
    reasoning: givesReasons(config),
  };
  const tree = fieldMetadata(result, schema, extensions, name === null ? [] : [name]);
  const own = readAskedV2(request.asked);
  const asking = askingOf(read);
  // What was asked for in the words of the first generation is told in them.
  const notices =
    own === null ? toFirstNotices(result.notices, config, asking) : toNotices(result.notices, configuration, asking);
  return {
    field_metadata: {
      document_metadata: target === 'document' ? tree : null,
      page_metadata: target === 'page' ? tree : null,
      row_metadata: target === 'table-row' ? tree : null,
    },
    parse_job_id: null,
    parse_tier: configuration.parse_tier ?? (configuration.tier === 'turbo' ? null : configuration.tier),
    notices: [...notices],
  };
}
