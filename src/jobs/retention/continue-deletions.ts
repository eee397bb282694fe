import type { EpochMs } from '../job';
import type { Ports } from '../ports';
import { UNDER_WAY_MS } from '../under-way';
import { type EmptyingPorts, emptyAccount } from './empty-account';
import { removeContent } from './remove-content';

/** Deletions looked at by one sweep. */
const AT_ONCE = 50;

/**
 * Goes on with accounts whose deletion was cut off, or which requests under way brought something back of. One of which
 * nothing was found for as long as such a request may last is gone for good. Answers how many are.
 */
export async function continueAccountDeletions(ports: EmptyingPorts, deadline: EpochMs): Promise<number> {
  const { clock, deletions } = ports;
  let finished = 0;
  for (const { accountId, foundAt } of await deletions.underWay(AT_ONCE)) {
    const now = clock();
    if (now >= deadline) break;
    const { wasEmpty } = await emptyAccount(ports, accountId, deadline);
    if (!wasEmpty) await deletions.noteFound(accountId, now);
    else if (now - foundAt >= UNDER_WAY_MS) {
      await deletions.finish(accountId);
      finished += 1;
    }
  }
  return finished;
}

/** Finishes deletions of documents that were cut off between the row and the bytes. Answers how many there were. */
export async function finishRemovals(ports: Pick<Ports, 'clock' | 'blobs' | 'upkeep'>): Promise<number> {
  const cutOff = await ports.upkeep.removalsBefore(ports.clock() - UNDER_WAY_MS, AT_ONCE);
  for (const removal of cutOff) {
    await removeContent(ports, removal);
    await ports.upkeep.forgetRemoval(removal);
  }
  return cutOff.length;
}
