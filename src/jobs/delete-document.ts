import { JobError } from './errors';
import { getDocument } from './get-document';
import type { Ports } from './ports';
import type { Caller, DocumentRecord } from './records';

/**
 * Deletes a document and its bytes for good, or takes its announcement back. Extractions made of it stay. Throws `not-found`,
 * and `conflict` for one that a template or a dataset is made of.
 */
export async function deleteDocument(ports: Ports, caller: Pick<Caller, 'accountId'>, id: string): Promise<void> {
  const { document, isAnnounced } = await getDocument(ports, caller, id);
  await refuseInUse(ports, document);
  // Its links and its name as the shared one first, so that nobody brings it back or is given it. Bytes before the row: what
  // is interrupted here can be asked for again, and no bytes stay behind without a row.
  await ports.grants.removeOf(caller.accountId, id);
  if (isAnnounced) return;
  await ports.documents.setApart(caller.accountId, id);
  await deleteContent(ports, document);
  await ports.documents.remove(caller.accountId, id);
}

async function refuseInUse(ports: Ports, { accountId, id }: DocumentRecord): Promise<void> {
  const template = await ports.templates.about(accountId, id);
  if (template !== null)
    throw new JobError('conflict', `Document ${id} is the form of template ${template.id}; delete that one first`);
  const kept = await ports.datasetDocuments.about(accountId, id);
  if (kept !== null)
    throw new JobError('conflict', `Document ${id} is in dataset ${kept.datasetId}; take it out of there first`);
}

/** Unless another document has it, also one that came while it was deleted. */
async function deleteContent(ports: Ports, { accountId, sha256, id }: DocumentRecord): Promise<void> {
  if (await ports.documents.hasOther(accountId, sha256, id)) return;
  const bytes = await ports.blobs.getContent(accountId, sha256);
  await ports.blobs.deleteContent(accountId, sha256);
  if (bytes !== null && (await ports.documents.hasOther(accountId, sha256, id)))
    await ports.blobs.putContent(accountId, sha256, bytes);
}
