import { JobError } from './errors';
import { type ReadExtraction, readExtraction } from './get-result';
import type { Ports } from './ports';
import type { Caller, ExtractionRecord } from './records';

/** What one extraction holds; null once its job has expired. Throws `not-found` when its job was deleted on request. */
export async function readIfKept(
  ports: Ports,
  caller: Caller,
  extraction: ExtractionRecord,
): Promise<ReadExtraction | null> {
  try {
    return await readExtraction(ports, caller, extraction);
  } catch (error) {
    if (!(error instanceof JobError && error.code === 'not-found')) throw error;
    const { accountId } = caller;
    if ((await ports.gates.at({ accountId, jobId: extraction.jobId }).summary()) === null) throw error;
    return null;
  }
}
