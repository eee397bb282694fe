import type { Ports } from './ports';
import type { Caller, Listing, ListWindow } from './records';
import type { SourceRecord } from './source';

export const listSources = (ports: Ports, caller: Caller, window: ListWindow): Promise<Listing<SourceRecord>> =>
  ports.sources.list(caller.accountId, window);
