import { JobError } from './errors';
import { OPERATOR_ACCOUNT } from './key';
import type { Caller } from './records';

/**
 * The caller, acting in the account that was named; null: in its own. Only the one who runs the server acts in others.
 * Throws `forbidden`, whether or not there is such an account.
 */
export function actingIn(caller: Caller, accountId: string | null): Caller {
  if (accountId === null || accountId === caller.accountId) return caller;
  if (caller.accountId === OPERATOR_ACCOUNT) return { ...caller, accountId };
  throw new JobError(
    'forbidden',
    "account: only a key of the account the server was started with may name another one; leave it out for your key's own",
    { field: 'account' },
  );
}
