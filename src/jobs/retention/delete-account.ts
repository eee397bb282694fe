import { JobError } from '../errors';
import { noteChange } from '../note-change';
import type { Ports } from '../ports';
import type { Caller } from '../records';
import { emptyAccount } from './empty-account';

/** How long the one who asks waits for it, in milliseconds; the sweep does the rest. */
const AT_ONCE_MS = 10_000;

/**
 * Deletes the caller's account, named again so that nobody does it by accident, with all that it has. Its keys and links are
 * refused from now on. Answers whether nothing is left already; the sweep goes on with what is, and with what requests under way
 * still bring. Throws `invalid-request`.
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
      `account: "${name}" is not the account of this key; name "${accountId}" to delete it with all that it has`,
      { field: 'account' },
    );
  await ports.deletions.begin(accountId, ports.clock());
  await noteChange(ports, caller, 'account.deleted', accountId);
  const { isWhole } = await emptyAccount(ports, accountId, ports.clock() + AT_ONCE_MS);
  return { isEmpty: isWhole };
}
