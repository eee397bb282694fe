import { type CreateJob, createJob } from '../../../jobs/create-job';
import { getWebhook } from '../../../jobs/get-webhook';
import type { Ports } from '../../../jobs/ports';
import type { Caller } from '../../../jobs/records';
import type { WebhookRecord } from '../../../jobs/webhook';
import type { Hook } from '../../../jobs/webhooks/hook';
import type { RequestScope } from '../../dialect';
import { projectOf } from '../project';
import { toHooks, toStoredHooks } from '../to-hooks';
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
  const hooks = await hooksOf(ports, caller, body);
  const { job, joined } = await createJob(
    ports,
    caller,
    toCreateJob(body, chosen, chosen.name, { ...repeated, hooks }),
  );
  if (joined) return viewJob(ports, caller, job);
  // From here on the job is there: nothing more may fail.
  return { job, fileInput: body.file_input, configurationId, configuration: chosen.configuration, read: null };
}

/** Those that come with it, and the stored ones that it names, each once. */
async function hooksOf(ports: Ports, caller: Caller, body: CreateExtractBody): Promise<readonly Hook[]> {
  const { file_input, configuration_id, webhook_configurations, webhook_configuration_ids } = body;
  const { id: projectId } = await projectOf(caller);
  const about = {
    file_input,
    project_id: `prj-${projectId}`,
    configuration_id: configuration_id == null ? null : `cfg-${configuration_id}`,
  };
  const stored: WebhookRecord[] = [];
  for (const id of new Set(webhook_configuration_ids ?? []))
    stored.push(await getWebhook(ports, caller, WEBHOOK_FAMILY, id));
  const told = { generation: 2, about } as const;
  return [...toHooks(webhook_configurations, told), ...toStoredHooks(stored, told)];
}
