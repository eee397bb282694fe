import type { Ports } from './ports';
import type { Caller, DocumentRecord } from './records';
import type { JobRequest } from './request';

/** A document as a job was asked to read it. */
export interface AskedDocument {
  readonly id: string;
  /** As it is called in this job. */
  readonly filename: string;
  /** null: it has been deleted. */
  readonly record: DocumentRecord | null;
}

export interface AskedJob {
  readonly request: JobRequest;
  /** In the job's order. */
  readonly documents: readonly AskedDocument[];
}

/** What was asked of a job, and of which documents; null once that is deleted. Throws `not-found`. */
export async function getRequest(ports: Ports, { accountId }: Caller, jobId: string): Promise<AskedJob | null> {
  const request = await ports.blobs.getRequest({ accountId, jobId });
  if (request === null) return null;
  const extractions = await ports.gates.at({ accountId, jobId }).extractions();
  const ids = extractions.map((extraction) => extraction.documentId);
  const records = new Map((await ports.documents.getMany(accountId, ids)).map((record) => [record.id, record]));
  const documents = extractions.map(({ documentId: id, filename }) => ({
    id,
    filename,
    record: records.get(id) ?? null,
  }));
  return { request, documents };
}
