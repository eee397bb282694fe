import { awaitJob } from './await-job';
import { JobError } from './errors';
import { type ReadExtraction, readExtraction } from './get-result';
import type { Ports } from './ports';
import type { Caller } from './records';

/** Waits for the end of a job with one document and reads its result. Throws as `awaitJob` does. */
export async function awaitExtraction(
  ports: Ports,
  caller: Caller,
  jobId: string,
  waitSeconds: number,
): Promise<ReadExtraction> {
  await awaitJob(ports, caller, jobId, waitSeconds);
  const [extraction] = await ports.gates.at({ accountId: caller.accountId, jobId }).extractions();
  if (extraction === undefined) throw new JobError('not-found', `Job ${jobId} and its results have been deleted`);
  return readExtraction(ports, caller, extraction);
}
