import type { AgentRecord } from './agent';
import type { Ports } from './ports';
import type { Caller, Listing, ListWindow } from './records';

export const listAgents = (
  ports: Ports,
  caller: Caller,
  family: string,
  window: ListWindow,
): Promise<Listing<AgentRecord>> => ports.agents.list(caller.accountId, family, window);
