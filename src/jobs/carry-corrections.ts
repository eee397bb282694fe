import { fields } from '../schema/walk';
import { readDefinition } from './choose-schema';
import type { JobOpening } from './gate-port';
import type { Ports } from './ports';
import type { Caller } from './records';

/**
 * What people corrected in the latest extraction of the same document by the same schema holds for the new one too, as far
 * as it has the field: one read page by page or row by row has others. Its request is stored already.
 */
export async function carryCorrections(
  ports: Ports,
  { accountId }: Caller,
  { id, schemaId, documents }: JobOpening,
): Promise<void> {
  if (schemaId === null) return;
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
  const known = new Set(request === null ? [] : fields(readDefinition(request.schema).node).map((field) => field.key));
  for (const { documentId, extractionId } of documents) {
    const earlierId = latest.get(documentId)?.latestId;
    const made = earlierId === undefined ? undefined : corrections.get(earlierId);
    const carried = made?.filter(({ field }) => known.has(field)) ?? [];
    if (earlierId === undefined || carried.length === 0) continue;
    const earlier = await ports.extractions.get(accountId, earlierId);
    if (earlier?.schemaId === schemaId) await ports.extractions.correct(accountId, extractionId, carried);
  }
}
