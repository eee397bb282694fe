import type { AuditEntry } from './audit';
import type { Ports } from './ports';
import type { Caller, Listing, ListWindow } from './records';

/** What was done to the account's keys and webhooks. */
export const listChanges = (
  ports: Pick<Ports, 'audit'>,
  caller: Caller,
  window: ListWindow,
): Promise<Listing<AuditEntry>> => ports.audit.list(caller.accountId, window);
