import { type CreatedJob, type CreateJob, createJob } from './create-job';
import { deleteJob } from './delete-job';
import { inTurn } from './in-turn';
import type { Ports } from './ports';
import type { Caller } from './records';

/** Jobs made at the same time. */
const AT_ONCE = 5;

/**
 * A job for each command, or none: when one cannot be made, those made before are deleted again as far as they can be reached.
 * Jobs whose idempotency key finds them when the same is asked again stay. Throws as `createJob` does.
 */
export async function createJobs(
  ports: Ports,
  caller: Caller,
  commands: readonly CreateJob[],
): Promise<readonly CreatedJob[]> {
  const failures: unknown[] = [];
  const made: CreatedJob[] = [];
  const created = await inTurn(commands, AT_ONCE, async (command) => {
    if (failures.length > 0) return [];
    try {
      const one = await createJob(ports, caller, command);
      if (!one.joined && command.idempotencyKey === null) made.push(one);
      return [one];
    } catch (error) {
      failures.push(error);
      return [];
    }
  });
  if (failures.length === 0) return created.flat();
  await inTurn(made, AT_ONCE, ({ job }) => deleteJob(ports, caller, job.id).catch(() => undefined));
  throw failures[0];
}
