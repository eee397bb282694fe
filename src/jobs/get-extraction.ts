import { JobError } from './errors';
import { type ReadExtraction, readExtraction } from './get-result';
import type { Ports } from './ports';
import type { Caller } from './records';

/** One document's result by its id. Throws `not-found`, also when its job has been deleted. */
export async function getExtraction(ports: Ports, caller: Caller, id: string): Promise<ReadExtraction> {
  const extraction = await ports.extractions.get(caller.accountId, id);
  if (extraction === null) throw new JobError('not-found', `Extraction ${id} does not exist`);
  return readExtraction(ports, caller, extraction);
}
