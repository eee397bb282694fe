import type { Ports } from './ports';
import type { Caller, SchemaRecord } from './records';

/** All of them, newest first. */
export const listSchemas = (ports: Ports, caller: Caller): Promise<readonly SchemaRecord[]> =>
  ports.schemas.list(caller.accountId);
