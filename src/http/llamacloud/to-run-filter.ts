/** Pure. */
import type { ExtractionFilter } from '../../jobs/records';
import type { Agent } from './agents';

/** The runs of an agent, newest first; the default one has all that were made without one. */
export const toRunFilter = (agent: Agent, skip: number, limit: number): ExtractionFilter => ({
  limit,
  offset: skip,
  after: null,
  order: 'desc',
  documentId: null,
  schemaId: null,
  outcomes: null,
  agentId: agent.isDefault ? null : agent.id,
});

export const toLatestRunFilter = (agent: Agent): ExtractionFilter => ({
  ...toRunFilter(agent, 0, 1),
  origin: 'dashboard',
});
