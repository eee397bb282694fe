import { getDocument } from './get-document';
import type { Ports } from './ports';
import type { Caller } from './records';

/** Deletes a document and its bytes for good, or takes its announcement back. Extractions made of it stay. Throws `not-found`. */
export async function deleteDocument(ports: Ports, caller: Pick<Caller, 'accountId'>, id: string): Promise<void> {
  const { document, isAnnounced } = await getDocument(ports, caller, id);
  // Its links first, so that nobody brings it back. Bytes before the row: what is interrupted here can be asked for again,
  // and no bytes stay behind without a row.
  await ports.grants.removeOf(caller.accountId, id);
  if (isAnnounced) return;
  if (!(await ports.documents.hasOther(caller.accountId, document.sha256, id)))
    await ports.blobs.deleteContent(caller.accountId, document.sha256);
  await ports.documents.remove(caller.accountId, id);
}
