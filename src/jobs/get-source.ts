import { JobError } from './errors';
import type { Ports } from './ports';
import type { Caller } from './records';
import type { SourceRecord } from './source';

/** Throws `not-found`. */
export async function getSource(ports: Ports, caller: Caller, id: string): Promise<SourceRecord> {
  const source = await ports.sources.get(caller.accountId, id);
  if (source === null) throw new JobError('not-found', `Source ${id} does not exist`);
  return source;
}
