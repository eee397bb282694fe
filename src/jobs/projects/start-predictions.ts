import { derivedId } from '../derived-id';
import { newlyKept } from '../keep';
import type { Ports } from '../ports';
import type { Caller } from '../records';
import type { DatasetDocumentRecord, IterationRecord, PredictionRecord } from './project';

/** Notes that a job makes what these documents give in an iteration, in the place of what they gave before. Throws `not-found` when it has gone. */
export async function startPredictions(
  ports: Ports,
  caller: Caller,
  { id: iterationId }: IterationRecord,
  documents: readonly DatasetDocumentRecord[],
  jobId: string,
): Promise<readonly PredictionRecord[]> {
  const started = await Promise.all(
    documents.map(async ({ truth: _truth, ...document }) => ({
      ...document,
      ...newlyKept(ports, caller),
      // A document has one place in an iteration.
      id: await derivedId(`${iterationId} ${document.id}`),
      createdAt: document.createdAt,
      iterationId,
      datasetDocumentId: document.id,
      values: {},
      jobId,
      remarks: {},
    })),
  );
  if (started.length > 0) await ports.predictions.put(...started);
  return started;
}
