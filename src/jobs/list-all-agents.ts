import type { AgentRecord } from './agent';
import type { Ports } from './ports';
import type { Caller, Cursor } from './records';

/** Agents read from the index in one go. */
const READ_AT_ONCE = 500;

/** All of them, newest first. */
export async function listAllAgents(ports: Ports, caller: Caller, family: string): Promise<readonly AgentRecord[]> {
  const found: AgentRecord[] = [];
  let after: Cursor | null = null;
  do {
    const window = { limit: READ_AT_ONCE, after, order: 'desc', offset: 0 } as const;
    const { items, next } = await ports.agents.list(caller.accountId, family, window);
    found.push(...items);
    after = next;
  } while (after !== null);
  return found;
}
