import { JobError } from './errors';
import { type ReadExtraction, readExtraction } from './get-result';
import type { Ports } from './ports';
import type { Caller, ExtractionRecord } from './records';

/** One document's result by its id. Throws `not-found`, also when its job has been deleted. */
export async function getExtraction(ports: Ports, caller: Caller, id: string): Promise<ReadExtraction> {
  return readExtraction(ports, caller, await findExtraction(ports, caller, id));
}

/** Where an extraction stands, without its result. Throws `not-found`. */
export async function findExtraction(ports: Ports, caller: Caller, id: string): Promise<ExtractionRecord> {
  const indexed = await ports.extractions.get(caller.accountId, id);
  if (indexed === null) throw new JobError('not-found', `Extraction ${id} does not exist`);
  return indexed.endedAt === null ? asItStands(ports, indexed) : indexed;
}

/** The index may be a moment late; whoever was just told that the work is done must find it done. */
async function asItStands(ports: Ports, indexed: ExtractionRecord): Promise<ExtractionRecord> {
  const { id, accountId, jobId } = indexed;
  const extractions = await ports.gates.at({ accountId, jobId }).extractions();
  return extractions.find((extraction) => extraction.id === id) ?? indexed;
}
