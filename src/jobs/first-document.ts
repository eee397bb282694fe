import { JobError } from './errors';
import type { Ports } from './ports';
import type { Caller, DocumentRecord, ExtractionRecord } from './records';

/** The document a job was asked to read first: its only one, where jobs have one each. */
export interface FirstDocument {
  readonly extraction: ExtractionRecord;
  /** null: it has been deleted. */
  readonly document: DocumentRecord | null;
}

/** As it stands now. Throws `not-found`. */
export async function getFirstDocument(ports: Ports, { accountId }: Caller, jobId: string): Promise<FirstDocument> {
  const [extraction] = await ports.gates.at({ accountId, jobId }).extractions();
  if (extraction === undefined) throw new JobError('not-found', `Job ${jobId} does not exist`);
  return { extraction, document: await ports.documents.get(accountId, extraction.documentId) };
}

/** Of many jobs, at most 500, by the job's id; from the index, so a moment late. */
export async function listFirstDocuments(
  ports: Ports,
  caller: Caller,
  jobIds: readonly string[],
): Promise<ReadonlyMap<string, FirstDocument>> {
  const extractions = await ports.extractions.firstOf(caller.accountId, jobIds);
  return new Map((await withDocuments(ports, caller, extractions)).map((first) => [first.extraction.jobId, first]));
}

/** Extractions, at most 500, each with its document. */
export async function withDocuments(
  ports: Ports,
  { accountId }: Caller,
  extractions: readonly ExtractionRecord[],
): Promise<readonly FirstDocument[]> {
  const ids = [...new Set(extractions.map((extraction) => extraction.documentId))];
  const documents = new Map((await ports.documents.getMany(accountId, ids)).map((document) => [document.id, document]));
  return extractions.map((extraction) => ({ extraction, document: documents.get(extraction.documentId) ?? null }));
}
