/** Their agents as ours — pure. */
import type { AgentRecord } from '../../jobs/agent';
import { JobError } from '../../jobs/errors';
import type { ProposeSchema } from '../../jobs/propose-schema';
import type { CreateAgentBody, GenerateSchemaBody, UpdateAgentBody } from './agent-wire';
import { toAsked } from './asked';
import { readDataSchema } from './data-schema';
import { toOptions, toPriority } from './to-options';

/** All of an agent but its name. */
export type AgentSettings = Pick<AgentRecord, 'definition' | 'options' | 'priority' | 'asked'>;

/** Throws `invalid-request` for a schema that is none. */
export function toSettings({ data_schema, config }: UpdateAgentBody): AgentSettings {
  const { given, strict } = readDataSchema(data_schema);
  return {
    definition: given,
    options: toOptions(config),
    priority: toPriority(null, config),
    asked: toAsked({ dataSchema: strict, config, agentName: null }),
  };
}

/** Throws `invalid-request` for a name without a letter or digit. */
export function toNewAgent(body: CreateAgentBody, idempotencyKey: string | null) {
  if (!/[\p{L}\p{N}]/u.test(body.name))
    throw new JobError('invalid-request', 'name: must contain at least one letter or digit', { field: 'name' });
  return { name: body.name, idempotencyKey, ...toSettings(body) };
}

/** Throws `invalid-request` for a schema to begin with that is none. */
export const toProposal = ({ prompt, file_id, data_schema }: GenerateSchemaBody): ProposeSchema => ({
  documentIds: file_id == null ? [] : [file_id],
  prompt: prompt ?? null,
  base: data_schema == null ? null : readDataSchema(data_schema).given,
});
