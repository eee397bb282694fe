import { getDocument } from './get-document';
import type { Ports } from './ports';
import type { Caller } from './records';

/** Deletes a document and its bytes for good. Extractions made of it stay. Throws `not-found`. */
export async function deleteDocument(ports: Ports, caller: Caller, id: string): Promise<void> {
  const { document } = await getDocument(ports, caller, id);
  // Bytes first: what is interrupted here can be asked for again, and no bytes stay behind without a row.
  if (!(await ports.documents.hasOther(caller.accountId, document.sha256, id)))
    await ports.blobs.deleteContent(caller.accountId, document.sha256);
  await ports.documents.remove(caller.accountId, id);
}
