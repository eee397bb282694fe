import type { JobOpening } from './gate-port';
import type { Ports } from './ports';
import type { Caller } from './records';

/** What people corrected in the latest extraction of the same document by the same schema holds for the new one too. */
export async function carryCorrections(
  ports: Ports,
  caller: Caller,
  { schemaId, documents }: JobOpening,
): Promise<void> {
  if (schemaId === null) return;
  const latest = await ports.documents.extractionsOf(
    caller.accountId,
    documents.map((document) => document.documentId),
  );
  if (latest.size === 0) return;
  const corrections = await ports.extractions.corrections(
    caller.accountId,
    [...latest.values()].map((extraction) => extraction.latestId),
  );
  for (const { documentId, extractionId } of documents) {
    const earlierId = latest.get(documentId)?.latestId;
    const carried = earlierId === undefined ? undefined : corrections.get(earlierId);
    if (earlierId === undefined || carried === undefined || carried.length === 0) continue;
    const earlier = await ports.extractions.get(caller.accountId, earlierId);
    if (earlier?.schemaId === schemaId) await ports.extractions.correct(caller.accountId, extractionId, carried);
  }
}
