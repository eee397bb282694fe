import type { AgentRecord } from './agent';
import { readDefinition } from './choose-schema';
import { readAgentName } from './create-agent';
import { JobError } from './errors';
import { getAgent } from './get-agent';
import type { Ports } from './ports';
import type { Caller } from './records';

/** What is undefined stays as it is. */
export interface AgentChange {
  readonly name?: string | undefined;
  /** In any of the accepted forms. */
  readonly definition?: unknown;
  readonly options?: AgentRecord['options'] | undefined;
  readonly priority?: AgentRecord['priority'] | undefined;
  readonly asked?: AgentRecord['asked'] | undefined;
}

/** How often a change is tried again after another one came first. */
const TRIES = 5;

/**
 * Stores the next version of an agent; jobs made before keep what they were made with. A change of nothing makes no version.
 * Throws `not-found`, `invalid-request`, `conflict` for a name that is taken or while others keep changing it.
 */
export async function updateAgent(
  ports: Ports,
  caller: Caller,
  family: string,
  id: string,
  change: AgentChange,
): Promise<AgentRecord> {
  const { definition, options, priority, asked } = change;
  const name = change.name === undefined ? undefined : readAgentName(change.name);
  const read = definition === undefined ? undefined : readDefinition(definition).definition;
  const isEmpty = [name, read, options, priority, asked].every((part) => part === undefined);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const stored = await getAgent(ports, caller, family, id);
    if (isEmpty) return stored;
    const next: AgentRecord = {
      ...stored,
      name: name ?? stored.name,
      definition: read ?? stored.definition,
      options: options ?? stored.options,
      priority: priority ?? stored.priority,
      asked: asked ?? stored.asked,
      version: stored.version + 1,
      updatedAt: ports.clock(),
    };
    if (await ports.agents.update(next)) return next;
  }
  throw new JobError('conflict', `${id}: this ${family} is being changed by others; read it and try again`);
}
