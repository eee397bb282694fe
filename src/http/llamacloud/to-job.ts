/** Their requests for jobs as our commands — pure. */
import { type CreateJob, NO_TRAITS } from '../../jobs/create-job';
import { JobError } from '../../jobs/errors';
import type { JobFilter } from '../../jobs/job-filter';
import type { Agent } from './agents';
import { toAsked } from './asked';
import { type DataSchema, readDataSchema } from './data-schema';
import type { ExtractConfig, Priority } from './extract-config';
import type { JobsQuery, Overrides } from './job-wire';
import { statusesOf } from './status';
import { toOptions, toPriority } from './to-options';
import type { WebhookConfiguration } from './webhook-wire';

/** All of a job but its documents and what makes a repeated request the same. */
export interface JobPlan
  extends Omit<CreateJob, 'documents' | 'idempotencyKey' | 'joinsSame' | 'receivedAt' | 'hooks'> {
  /** Whom to tell of each of them. */
  readonly webhooks: readonly WebhookConfiguration[];
}

/** An override stands in the place of what the agent has; it is not merged into it. Throws `invalid-request`. */
export function toJob(agent: Agent, body: Overrides, { fromUi }: { readonly fromUi: boolean }): JobPlan {
  const { extraction_agent_id, data_schema_override, config_override, priority, webhook_configurations } = body;
  return {
    ...plan({
      ...(data_schema_override == null
        ? { kind: 'kept', schema: schemaOf(agent) }
        : { kind: 'inline', schema: readDataSchema(data_schema_override) }),
      config: config_override ?? agent.config,
      priority: priority ?? null,
      webhooks: webhook_configurations ?? [],
      agent: agent.isDefault ? null : agent,
      fromUi,
    }),
    // The agent may change; a request sent again is the same request.
    sentAs: JSON.stringify([
      extraction_agent_id,
      data_schema_override ?? null,
      config_override ?? null,
      priority ?? null,
      webhook_configurations ?? null,
      fromUi,
    ]),
  };
}

/** A job of no agent. Throws `invalid-request`. */
export const toStatelessJob = (body: {
  readonly data_schema: unknown;
  readonly config: ExtractConfig;
  readonly webhook_configurations?: readonly WebhookConfiguration[] | null | undefined;
}): JobPlan =>
  plan({
    kind: 'inline',
    schema: readDataSchema(body.data_schema),
    config: body.config,
    priority: null,
    webhooks: body.webhook_configurations ?? [],
    agent: null,
    fromUi: false,
  });

function plan({
  kind,
  schema,
  config,
  priority,
  webhooks,
  agent,
  fromUi,
}: {
  readonly kind: 'inline' | 'kept';
  readonly schema: DataSchema;
  readonly config: ExtractConfig;
  readonly priority: Priority | null;
  readonly webhooks: readonly WebhookConfiguration[];
  readonly agent: Agent | null;
  readonly fromUi: boolean;
}): JobPlan {
  const options = toOptions(config);
  const asked = toAsked({
    dataSchema: schema.strict,
    config,
    agentName: agent?.name ?? null,
  });
  return {
    assignment: { operation: 'extract' },
    name: null,
    schema: { kind, definition: schema.given },
    options,
    priority: toPriority(priority, config),
    ...NO_TRAITS,
    agentId: agent?.id ?? null,
    model: options.model,
    origin: fromUi ? 'dashboard' : 'api',
    asked,
    webhooks,
  };
}

function schemaOf({ definition, dataSchema }: Agent): DataSchema {
  if (definition !== null) return { given: definition, strict: dataSchema };
  const message = 'schema_validation: the default agent has no schema yet; send data_schema_override';
  throw new JobError('invalid-request', message, { field: 'data_schema' });
}

/** Newest first. null: nothing can match. */
export function toJobFilter(query: JobsQuery, agent: Agent): Omit<JobFilter, 'limit' | 'after' | 'offset'> | null {
  const statuses = query.status === undefined ? undefined : statusesOf(query.status);
  if (statuses?.length === 0) return null;
  return {
    order: 'desc',
    operations: ['extract'],
    agentId: agent.isDefault ? null : agent.id,
    ...(statuses === undefined ? {} : { statuses }),
  };
}
