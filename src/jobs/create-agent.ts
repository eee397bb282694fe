import type { AgentRecord } from './agent';
import { acceptDefinition } from './choose-schema';
import { claimRequest } from './claim-request';
import { JobError } from './errors';
import type { Ports } from './ports';
import type { Caller } from './records';

export interface CreateAgent extends Pick<AgentRecord, 'family' | 'name' | 'options' | 'priority' | 'asked'> {
  /** In any of the accepted forms. */
  readonly definition: unknown;
  readonly idempotencyKey: string | null;
  /** The id it is to have, for one that is known before it is stored; absent: a new one. */
  readonly id?: string;
}

/**
 * Stores an agent as version 1; the same idempotency key within 24 h gives the agent it made then. Throws
 * `invalid-request` for a name or a definition that is none, `conflict` for a name that is taken, `idempotency-mismatch`.
 */
export async function createAgent(ports: Ports, caller: Caller, command: CreateAgent): Promise<AgentRecord> {
  const { family, options, priority, asked, idempotencyKey: key } = command;
  const name = readAgentName(command.name);
  const { definition } = acceptDefinition(ports, command.definition);
  const fingerprinted = JSON.stringify(['agent', family, name, definition, options, priority, asked]);
  const made = key === null ? null : await claimRequest(ports, caller, fingerprinted, key);
  const earlier = made === null ? null : await ports.agents.get(caller.accountId, family, made);
  if (earlier !== null) return earlier;

  const now = ports.clock();
  const id = command.id ?? made ?? ports.ids();
  const { accountId } = caller;
  const times = { createdAt: now, updatedAt: now };
  const record: AgentRecord = {
    id,
    accountId,
    family,
    name,
    definition,
    options,
    priority,
    asked,
    version: 1,
    ...times,
  };
  await ports.agents.add(record);
  return record;
}

/** A name without the blanks around it. Throws `invalid-request` when nothing is left. */
export function readAgentName(name: string): string {
  const trimmed = name.trim();
  if (trimmed === '') throw new JobError('invalid-request', 'name: is empty; give it a name', { field: 'name' });
  return trimmed;
}
