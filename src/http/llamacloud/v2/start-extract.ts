import { type CreateJob, createJob } from '../../../jobs/create-job';
import { getWebhook } from '../../../jobs/get-webhook';
import type { RequestScope } from '../../dialect';
import { WEBHOOK_FAMILY } from '../webhook-wire';
import { findConfiguration, readConfiguration } from './configurations';
import type { CreateExtractBody } from './extract-wire';
import { type JobView, viewJob } from './job-view';
import { toCreateJob } from './to-command';

/** Throws `not-found` for a file, a configuration or a webhook that is not there, `invalid-request` for a schema that is none. */
export async function startExtract(
  { ports, caller }: RequestScope,
  body: CreateExtractBody,
  repeated: Pick<CreateJob, 'idempotencyKey' | 'joinsSame' | 'receivedAt'>,
): Promise<JobView> {
  const { configuration: given, configuration_id: configurationId = null } = body;
  // Exactly one of both is there.
  const chosen = given
    ? { name: null, ...readConfiguration(given) }
    : await findConfiguration(ports, caller, configurationId ?? '');
  for (const id of body.webhook_configuration_ids ?? []) await getWebhook(ports, caller, WEBHOOK_FAMILY, id);
  const { job, joined } = await createJob(ports, caller, toCreateJob(body, chosen, chosen.name, repeated));
  if (joined) return viewJob(ports, caller, job);
  // From here on the job is there: nothing more may fail.
  return { job, fileInput: body.file_input, configurationId, configuration: chosen.configuration, read: null };
}
