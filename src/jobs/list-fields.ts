import type { FieldFilter, FieldRecord } from './field';
import type { Ports } from './ports';
import type { Caller, Listing } from './records';

export const listFields = (ports: Ports, caller: Caller, filter: FieldFilter): Promise<Listing<FieldRecord>> =>
  ports.fields.list(caller.accountId, filter);
