/** Our agents as theirs — pure. */
import type { EpochMs } from '../../jobs/job';
import type { ExtractAgent } from './agent-wire';
import type { Agent } from './agents';

export const iso = (time: EpochMs): string => new Date(time).toISOString();
export const isoOrNull = (time: EpochMs | null): string | null => (time === null ? null : iso(time));

export const fromAgent = (agent: Agent, projectId: string): ExtractAgent => ({
  id: agent.id,
  name: agent.name,
  project_id: projectId,
  data_schema: agent.dataSchema,
  config: agent.config,
  custom_configuration: agent.isDefault ? 'default' : null,
  created_at: isoOrNull(agent.createdAt),
  updated_at: isoOrNull(agent.updatedAt),
});
