import type { AgentRecord } from './agent';
import { noAgent } from './get-agent';
import type { Ports } from './ports';
import type { Caller } from './records';

/** Blanks around the name do not count. Throws `not-found`. */
export async function getAgentByName(ports: Ports, caller: Caller, family: string, name: string): Promise<AgentRecord> {
  const record = await ports.agents.byName(caller.accountId, family, name.trim());
  if (record === null) throw noAgent(family, `called "${name}"`);
  return record;
}
