import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import type { Caller } from '../../src/jobs/records';

export const gateOf = ({ accountId }: Pick<Caller, 'accountId'>, jobId: string) =>
  env.JOB_GATE.getByName(`${accountId}/${jobId}`);

/** As if the job had ended long ago; its gate has not looked yet. */
export async function endRetention(caller: Pick<Caller, 'accountId'>, jobId: string): Promise<void> {
  await runInDurableObject(gateOf(caller, jobId), async (_, state) => {
    const [row] = state.storage.sql.exec<{ body: string }>('SELECT body FROM job').toArray();
    state.storage.sql.exec(
      'UPDATE job SET body = ?',
      JSON.stringify({ ...JSON.parse(row?.body ?? '{}'), retentionMs: 0, expiresAt: 0 }),
    );
  });
  await evictDurableObject(gateOf(caller, jobId));
  await runInDurableObject(gateOf(caller, jobId), (_, state) => state.storage.setAlarm(Date.now() + 60_000));
}
