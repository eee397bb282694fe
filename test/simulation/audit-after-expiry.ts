import { REMEMBERED_MS } from '../../src/jobs/under-way';
import { contentKey, jobPrefix, ownerOf } from '../../src/stores/r2/keys';
import { auditGone } from './audit-gone';
import { A_WHILE_MS, type Audited, statesOf } from './audited';
import { SWEEP_GRACE_MS } from './world-ports';

/** When all jobs are gone and it is swept: nothing of any is left, and documents are as they were. */
function auditSwept({ server, scheduler, violations, isBroken, removers }: Audited): void {
  scheduler.runTo(scheduler.now + SWEEP_GRACE_MS, isBroken);
  server.sweep();
  scheduler.runTo(scheduler.now + A_WHILE_MS, isBroken);
  const { documents } = server.database;
  const isOwned = (key: string) => {
    const owner = ownerOf(key);
    if (owner === null || owner.kind === 'job') return false;
    return [...documents.values()].some((row) => row.accountId === owner.accountId && row.sha256 === owner.sha256);
  };
  const strays = [...server.bucket.objects.keys()].filter((key) => !isOwned(key));
  violations.expect(strays.length === 0, 'I6', () => `left after the sweep: ${strays.join(' ')}`);
  for (const { id, accountId, sha256, filename } of documents.values())
    violations.expect(
      // A row that arrives long after its sender was killed is told nobody of; the same bytes again give it its own.
      (removers !== null && !removers.isKnown(id)) || server.bucket.objects.has(contentKey(accountId, sha256)),
      'I6',
      () => `the bytes of ${filename} are missing`,
    );
}

/** When the time of everything is over. */
export function auditAfterExpiry(audited: Audited): void {
  const { network, faults, server, history, clients, scheduler, violations, isBroken, retentionMs, removers } = audited;
  // What is to be deleted meets the same faults as what was done before.
  network.storm();
  scheduler.runTo(scheduler.now + retentionMs + A_WHILE_MS, isBroken);
  network.calm();
  scheduler.runTo(scheduler.now + REMEMBERED_MS + 10 * A_WHILE_MS, isBroken);
  const left = new Set<string>();
  for (const { accountId, id, name, deletedAt, expiredAt } of statesOf(server)) {
    violations.expect(deletedAt !== null || expiredAt !== null, 'I13', () => `${name} is still there after its time`);
    const prefix = jobPrefix({ accountId, jobId: id });
    for (const key of server.bucket.objects.keys()) if (key.startsWith(prefix)) left.add(key);
  }
  // What comes later than anything is under way, by a clock that jumped, is the sweep's.
  if (faults.clockJumps < 2)
    violations.expect(left.size === 0, 'I6', () => `left without an owner: ${[...left].join(' ')}`);
  if (!isBroken()) auditSwept(audited);
  if (!isBroken()) removers?.judge(violations);
  if (!isBroken()) auditGone(audited);
  scheduler.within(null, () => {
    for (const jobId of history.jobIds()) void clients.look(jobId);
  });
  scheduler.runTo(scheduler.now + A_WHILE_MS, isBroken);
}
