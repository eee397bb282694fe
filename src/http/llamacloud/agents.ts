/** The agents of an account as this dialect sees them: those that are stored, and the default one that is always there. */
import type { AgentRecord } from '../../jobs/agent';
import { createAgent } from '../../jobs/create-agent';
import { deleteAgent } from '../../jobs/delete-agent';
import { derivedId } from '../../jobs/derived-id';
import { JobError } from '../../jobs/errors';
import { getAgent } from '../../jobs/get-agent';
import { getAgentByName } from '../../jobs/get-agent-by-name';
import { getRequest } from '../../jobs/get-request';
import type { EpochMs, JobSummary } from '../../jobs/job';
import { listAllAgents } from '../../jobs/list-all-agents';
import type { Ports } from '../../jobs/ports';
import type { Caller } from '../../jobs/records';
import { unless } from '../../jobs/unless';
import { updateAgent } from '../../jobs/update-agent';
import type { JsonObject } from '../../schema/json';
import { strictSchema } from '../../schema/strict';
import { readAsked } from './asked';
import { type ExtractConfig, PLAIN_CONFIG } from './extract-config';
import type { AgentSettings } from './to-agent';
import { fromOptions } from './to-options';

const FAMILY = 'agent';
/** The default agent's row, once it was changed, in a family of its own: its name is nobody's. */
const DEFAULT_FAMILY = 'default agent';
export const DEFAULT_NAME = 'default';

export interface Agent {
  readonly id: string;
  readonly name: string;
  /** What engines are asked with; null: it has no schema yet. */
  readonly definition: JsonObject | null;
  /** In the strict spelling. */
  readonly dataSchema: JsonObject;
  readonly config: ExtractConfig;
  /** Stands for "no agent": jobs that were made without one are listed under it. */
  readonly isDefault: boolean;
  readonly createdAt: EpochMs | null;
  readonly updatedAt: EpochMs | null;
}

/** Follows from the account, so that nothing needs to be stored. */
export const defaultAgentId = ({ accountId }: Caller): Promise<string> => derivedId(`default agent of ${accountId}`);

/** Throws `not-found`. */
export async function findAgent(ports: Ports, caller: Caller, id: string): Promise<Agent> {
  if (id === (await defaultAgentId(caller))) return findDefaultAgent(ports, caller);
  return toAgent(await getAgent(ports, caller, FAMILY, id), false);
}

export async function findAgentByName(ports: Ports, caller: Caller, name: string): Promise<Agent> {
  return toAgent(await getAgentByName(ports, caller, FAMILY, name), false);
}

export async function findDefaultAgent(ports: Ports, caller: Caller): Promise<Agent> {
  const id = await defaultAgentId(caller);
  const stored = await getAgent(ports, caller, DEFAULT_FAMILY, id).catch(unless('not-found'));
  if (stored !== null) return toAgent(stored, true);
  const nothing = { definition: null, dataSchema: {}, createdAt: null, updatedAt: null };
  return { id, name: DEFAULT_NAME, config: PLAIN_CONFIG, isDefault: true, ...nothing };
}

/** The agent of a job. Of one that has been deleted, what the job still knows. */
export async function agentOf(ports: Ports, caller: Caller, { id, agentId }: JobSummary): Promise<Agent> {
  if (agentId === null) return findDefaultAgent(ports, caller);
  const stored = await findAgent(ports, caller, agentId).catch(unless('not-found'));
  if (stored !== null) return stored;
  const asked = readAsked((await getRequest(ports, caller, id))?.request.asked ?? null);
  return {
    id: agentId,
    name: asked?.agentName ?? 'deleted',
    definition: null,
    dataSchema: asked?.dataSchema ?? {},
    config: asked?.config ?? PLAIN_CONFIG,
    isDefault: false,
    createdAt: null,
    updatedAt: null,
  };
}

/** Newest first; the default one, where it is wanted, before all. */
export async function allAgents(ports: Ports, caller: Caller, withDefault: boolean): Promise<readonly Agent[]> {
  const stored = (await listAllAgents(ports, caller, FAMILY)).map((record) => toAgent(record, false));
  return withDefault ? [await findDefaultAgent(ports, caller), ...stored] : stored;
}

/**
 * Throws `conflict` for a name that is taken; where the client says that it asks again, the agent that the first asking
 * made is its answer.
 */
export async function addAgent(
  ports: Ports,
  caller: Caller,
  command: AgentSettings & { readonly name: string; readonly idempotencyKey: string | null },
  isResent: boolean,
): Promise<Agent> {
  const made = await createAgent(ports, caller, { family: FAMILY, ...command }).catch(async (error: unknown) => {
    if (!(isResent && error instanceof JobError && error.code === 'conflict')) throw error;
    const holder = await getAgentByName(ports, caller, FAMILY, command.name);
    if (JSON.stringify(holder.asked) !== JSON.stringify(command.asked)) throw error;
    return holder;
  });
  return toAgent(made, false);
}

/** Throws `not-found`. */
export async function changeAgent(ports: Ports, caller: Caller, id: string, settings: AgentSettings): Promise<Agent> {
  if (id !== (await defaultAgentId(caller)))
    return toAgent(await updateAgent(ports, caller, FAMILY, id, settings), false);
  const changed = await updateAgent(ports, caller, DEFAULT_FAMILY, id, settings).catch(unless('not-found'));
  const first = { id, family: DEFAULT_FAMILY, name: DEFAULT_NAME, idempotencyKey: null, ...settings };
  return toAgent(changed ?? (await createAgent(ports, caller, first)), true);
}

/** Throws `not-found`, and `invalid-request` for the default one. */
export async function removeAgent(ports: Ports, caller: Caller, id: string): Promise<void> {
  if (id === (await defaultAgentId(caller)))
    throw new JobError('invalid-request', 'The default extraction agent cannot be deleted');
  await deleteAgent(ports, caller, FAMILY, id);
}

function toAgent(
  { id, name, definition, options, asked, createdAt, updatedAt }: AgentRecord,
  isDefault: boolean,
): Agent {
  const { dataSchema, config } = readAsked(asked) ?? {
    dataSchema: strictSchema(definition),
    config: fromOptions(options),
  };
  return { id, name, definition, dataSchema, config, isDefault, createdAt, updatedAt };
}
