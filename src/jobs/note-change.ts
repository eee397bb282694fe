import type { AuditAction } from './audit';
import type { Ports } from './ports';
import type { Caller } from './records';

/** Who changes something in an account; without a key: the service by itself. */
export type Actor = Pick<Caller, 'accountId'> & Partial<Caller>;

/**
 * Writes a change into the account's log. Call it before the change is made: a note of one that failed does less harm
 * than a change nobody noted.
 */
export const noteChange = (
  { audit, ids, clock }: Pick<Ports, 'audit' | 'ids' | 'clock'>,
  { accountId, keyId, requestId }: Actor,
  action: AuditAction,
  subjectId: string,
): Promise<void> =>
  audit.add({
    id: ids(),
    accountId,
    action,
    subjectId,
    keyId: keyId ?? null,
    requestId: requestId ?? null,
    createdAt: clock(),
  });
