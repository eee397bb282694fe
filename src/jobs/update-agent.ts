import type { AgentRecord } from './agent';
import { acceptDefinition } from './choose-schema';
import { readAgentName } from './create-agent';
import { getAgent } from './get-agent';
import { nextVersion } from './next-version';
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
  const read = definition === undefined ? undefined : acceptDefinition(ports, definition).definition;
  if ([name, read, options, priority, asked].every((part) => part === undefined))
    return getAgent(ports, caller, family, id);
  return nextVersion(
    () => getAgent(ports, caller, family, id),
    (stored) => ({
      ...stored,
      name: name ?? stored.name,
      definition: read ?? stored.definition,
      options: options ?? stored.options,
      priority: priority ?? stored.priority,
      asked: asked ?? stored.asked,
      updatedAt: ports.clock(),
    }),
    (next) => ports.agents.update(next),
    `${id}: this ${family}`,
  );
}
