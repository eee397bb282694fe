import { getDocument } from './get-document';
import type { Ports } from './ports';
import type { Caller, DocumentRecord } from './records';

/** Deletes a document and its bytes for good, or takes its announcement back. Extractions made of it stay. Throws `not-found`. */
export async function deleteDocument(ports: Ports, caller: Pick<Caller, 'accountId'>, id: string): Promise<void> {
  const { document, isAnnounced } = await getDocument(ports, caller, id);
  // Its links and its name as the shared one first, so that nobody brings it back or is given it. Bytes before the row: what
  // is interrupted here can be asked for again, and no bytes stay behind without a row.
  await ports.grants.removeOf(caller.accountId, id);
  if (isAnnounced) return;
  await ports.documents.setApart(caller.accountId, id);
  await deleteContent(ports, document);
  await ports.documents.remove(caller.accountId, id);
}

/** Unless another document has it, also one that came while it was deleted. */
async function deleteContent(ports: Ports, { accountId, sha256, id }: DocumentRecord): Promise<void> {
  if (await ports.documents.hasOther(accountId, sha256, id)) return;
  const bytes = await ports.blobs.getContent(accountId, sha256);
  await ports.blobs.deleteContent(accountId, sha256);
  if (bytes !== null && (await ports.documents.hasOther(accountId, sha256, id)))
    await ports.blobs.putContent(accountId, sha256, bytes);
}
