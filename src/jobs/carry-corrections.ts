import { fields } from '../schema/walk';
import { readDefinition } from './choose-schema';
import type { JobOpening } from './gate-port';
import type { Ports } from './ports';
import type { Caller, ExtractionRecord } from './records';
import type { JobRequest } from './request';

/**
 * What people corrected in the latest extraction of the same document by the same schema holds for the new one too, as far
 * as it has the field: one read page by page or row by row has others. A schema is the same when it is stored under the
 * same id, or asks for the same. Its request is stored already.
 */
export async function carryCorrections(
  ports: Ports,
  { accountId }: Caller,
  { id, documents }: JobOpening,
): Promise<void> {
  const latest = await ports.documents.extractionsOf(
    accountId,
    documents.map((document) => document.documentId),
  );
  if (latest.size === 0) return;
  const corrections = await ports.extractions.corrections(
    accountId,
    [...latest.values()].map((extraction) => extraction.latestId),
  );
  if (corrections.size === 0) return;
  const request = await ports.blobs.getRequest({ accountId, jobId: id });
  if (request === null || request.schema === null) return;
  const known = new Set(fields(readDefinition(request.schema).node).map((field) => field.key));
  for (const { documentId, extractionId } of documents) {
    const earlierId = latest.get(documentId)?.latestId;
    const made = earlierId === undefined ? undefined : corrections.get(earlierId);
    const carried = made?.filter(({ field }) => known.has(field)) ?? [];
    if (earlierId === undefined || carried.length === 0) continue;
    const earlier = await ports.extractions.get(accountId, earlierId);
    if (earlier !== null && (await isBySame(ports, earlier, request)))
      await ports.extractions.correct(accountId, extractionId, carried);
  }
}

/** Definitions are all normalised in one way, so their keys are in one order. */
async function isBySame(ports: Ports, earlier: ExtractionRecord, { schemaId, schema }: JobRequest): Promise<boolean> {
  if (schemaId !== null && earlier.schemaId === schemaId) return true;
  const before = await ports.blobs.getRequest(earlier);
  return before !== null && JSON.stringify(before.schema) === JSON.stringify(schema);
}
