import type { KeyRecord } from './key';
import type { Ports } from './ports';
import type { Caller, Listing, ListWindow } from './records';

export const listKeys = (ports: Pick<Ports, 'keys'>, caller: Caller, window: ListWindow): Promise<Listing<KeyRecord>> =>
  ports.keys.list(caller.accountId, window);
