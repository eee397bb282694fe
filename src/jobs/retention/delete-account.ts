import { JobError } from '../errors';
import { noteChange } from '../note-change';
import type { Ports } from '../ports';
import type { Caller } from '../records';
import { emptyAccount } from './empty-account';

/** How long the one who asks waits for it, in milliseconds; the sweep does the rest. */
const AT_ONCE_MS = 10_000;

/**
 * Deletes the caller's account, named once more so that nobody does it by accident, with all that it has. From now on its
 * keys and links are refused. Answers whether nothing was left; the sweep goes on with what is, and with what requests under
 * way still bring. Throws `invalid-request`.
 */
export async function deleteAccount(
  ports: Ports,
  caller: Caller,
  name: string,
): Promise<{ readonly isEmpty: boolean }> {
  const { accountId } = caller;
  if (name !== accountId)
    throw new JobError(
      'invalid-request',
      `account: this key belongs to "${accountId}"; name that to delete it with all that it has`,
      { field: 'account' },
    );
  await noteChange(ports, caller, 'account.deleted', accountId);
  await ports.deletions.begin(accountId, ports.clock());
  const { isWhole } = await emptyAccount(ports, accountId, ports.clock() + AT_ONCE_MS);
  return { isEmpty: isWhole };
}
