import { JobError } from './errors';
import type { Ports } from './ports';
import type { Caller } from './records';

/**
 * Ends a job if it still runs, and deletes it with its request and results; documents stay. The same request afterwards, also
 * with the same idempotency key, makes a new job. Throws `not-found`, also when it was deleted before, and
 * `storage-unavailable` while lists still show it.
 */
export async function deleteJob(ports: Ports, { accountId }: Caller, jobId: string): Promise<void> {
  const gate = ports.gates.at({ accountId, jobId });
  if ((await gate.summary()) === null) {
    await refuseWhileListed(ports, accountId, jobId);
    throw new JobError('not-found', `Job ${jobId} does not exist`);
  }
  // Its claims first: a request that joined a job on its way out would be answered with nothing.
  await ports.requests.forget(accountId, jobId);
  await gate.remove();
  await refuseWhileListed(ports, accountId, jobId);
}

/** Who was told that a job is deleted must not meet it again. */
async function refuseWhileListed(ports: Ports, accountId: string, jobId: string): Promise<void> {
  if ((await ports.jobs.get(accountId, jobId)) !== null)
    throw new JobError('storage-unavailable', `Job ${jobId} is deleted, and lists still show it; try again`, {
      retryAfterSeconds: 2,
    });
}
