import { JobError } from './errors';
import type { KeyRecord } from './key';
import type { Ports } from './ports';
import type { Caller } from './records';

/** Throws `not-found`. */
export async function getKey(ports: Pick<Ports, 'keys'>, caller: Caller, id: string): Promise<KeyRecord> {
  const key = await ports.keys.get(caller.accountId, id);
  if (key === null) throw new JobError('not-found', `Key ${id} does not exist`);
  return key;
}
