import { noAgent } from './get-agent';
import type { Ports } from './ports';
import type { Caller } from './records';

/** Jobs and extractions made with it stay. Throws `not-found`. */
export async function deleteAgent(ports: Ports, caller: Caller, family: string, id: string): Promise<void> {
  if (!(await ports.agents.remove(caller.accountId, family, id))) throw noAgent(family, id);
}
