import { expect, test } from 'vitest';
import { deleteJob } from '../../../src/jobs/delete-job';
import type { JobSummary } from '../../../src/jobs/job';
import type { Ports } from '../../../src/jobs/ports';
import { summarise } from '../../../src/jobs/summary';
import { opened } from '../../support/job-states';

const CALLER = { accountId: 'acme', keyId: 'key' };

/** A job, and lists that show it until they are told to catch up. */
function world() {
  const at: { job: JobSummary | null; listed: JobSummary | null } = { job: null, listed: null };
  at.job = at.listed = summarise(opened(1), 1_000);
  const ports: unknown = {
    jobs: { get: async () => at.listed },
    requests: { forget: async () => undefined },
    gates: {
      at: () => ({
        summary: async () => at.job,
        remove: async () => {
          at.job = null;
        },
      }),
    },
  };
  return { at, ports: ports as Ports };
}

test('a job is not said to be deleted while lists still show it', async () => {
  const { at, ports } = world();
  const refused = { code: 'storage-unavailable' };
  await expect(deleteJob(ports, CALLER, 'job')).rejects.toMatchObject(refused);
  await expect(deleteJob(ports, CALLER, 'job')).rejects.toMatchObject(refused);
  at.listed = null;
  await expect(deleteJob(ports, CALLER, 'job')).rejects.toMatchObject({ code: 'not-found' });
});
