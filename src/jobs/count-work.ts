import type { WorkDone } from './index-ports';
import type { Ports } from './ports';
import type { Caller } from './records';

const DAY_MS = 24 * 60 * 60_000;

/** What jobs did for an account in the last days, operation by operation, most documents first. */
export async function countWork(ports: Ports, caller: Caller, days: number): Promise<readonly WorkDone[]> {
  const done = await ports.usage.since(caller.accountId, ports.clock() - days * DAY_MS);
  return [...done].sort((a, b) => b.documents - a.documents);
}
