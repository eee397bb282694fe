import { JobError } from './errors';
import { outputRefOf } from './get-result';
import type { Ports } from './ports';
import type { ExtractionRecord } from './records';

/** The file that a job made of a document. Throws `not-found` once it has been deleted. */
export async function readProducedFile(ports: Ports, extraction: ExtractionRecord): Promise<Uint8Array> {
  const ref = outputRefOf(extraction);
  const bytes = ref === null ? null : await ports.blobs.getFile(ref);
  if (bytes === null)
    throw new JobError('not-found', `The file that job ${extraction.jobId} made has been deleted; ask for it again`);
  return bytes;
}
