import type { AgentRecord } from './agent';
import { JobError } from './errors';
import type { Ports } from './ports';
import type { Caller } from './records';

/** Throws `not-found`. */
export async function getAgent(ports: Ports, caller: Caller, family: string, id: string): Promise<AgentRecord> {
  const record = await ports.agents.get(caller.accountId, family, id);
  if (record === null) throw noAgent(family, id);
  return record;
}

export const noAgent = (family: string, idOrName: string): JobError =>
  new JobError('not-found', `There is no ${family} ${idOrName}`);
