import type { DocumentDetail } from './get-document';
import type { Ports } from './ports';
import type { Caller, DocumentFilter, Listing } from './records';

export async function listDocuments(
  ports: Ports,
  caller: Caller,
  filter: DocumentFilter,
): Promise<Listing<DocumentDetail>> {
  const listing = await ports.documents.list(caller.accountId, filter);
  const ids = listing.items.map((document) => document.id);
  const extractions = await ports.documents.extractionsOf(caller.accountId, ids);
  const items = listing.items.map((document) => ({ document, extractions: extractions.get(document.id) ?? null }));
  return { ...listing, items };
}
