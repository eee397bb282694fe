import { JobError } from './errors';
import type { Ports } from './ports';
import type { Caller, SchemaRecord } from './records';

/** A schema by id or short id. Throws `not-found`. */
export async function getSchema(ports: Ports, caller: Caller, idOrShortId: string): Promise<SchemaRecord> {
  const record = await ports.schemas.get(caller.accountId, idOrShortId);
  if (record === null) throw new JobError('not-found', `Schema ${idOrShortId} does not exist`);
  return record;
}
