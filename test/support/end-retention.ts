import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import type { Caller } from '../../src/jobs/records';

export const gateOf = ({ accountId }: Pick<Caller, 'accountId'>, jobId: string) =>
  env.JOB_GATE.getByName(`${accountId}/${jobId}`);

/** Changes what a gate has stored of its job, as if it had always been so; it has not looked yet. */
export async function rewriteJob(
  caller: Pick<Caller, 'accountId'>,
  jobId: string,
  change: (stored: Record<string, unknown>) => Record<string, unknown>,
): Promise<void> {
  await runInDurableObject(gateOf(caller, jobId), async (_, { storage }) => {
    const [row] = storage.sql.exec<{ body: string }>('SELECT body FROM job').toArray();
    storage.sql.exec('UPDATE job SET body = ?', JSON.stringify(change(JSON.parse(row?.body ?? '{}'))));
  });
  await evictDurableObject(gateOf(caller, jobId));
  await runInDurableObject(gateOf(caller, jobId), (_, { storage }) => storage.setAlarm(Date.now() + 60_000));
}

/** As if the job had ended long ago. */
export const endRetention = (caller: Pick<Caller, 'accountId'>, jobId: string): Promise<void> =>
  rewriteJob(caller, jobId, (stored) => ({ ...stored, retentionMs: 0, expiresAt: 0 }));
