import { JobError } from './errors';
import { getDocument } from './get-document';
import type { Ports } from './ports';
import type { Caller, DocumentRecord } from './records';
import { removeContent } from './retention/remove-content';

/**
 * Deletes a document and its bytes for good, or takes its announcement back. Extractions made of it stay. Throws `not-found`,
 * and `conflict` for one that a template or a dataset is made of.
 */
export async function deleteDocument(ports: Ports, caller: Pick<Caller, 'accountId'>, id: string): Promise<void> {
  const { document, isAnnounced } = await getDocument(ports, caller, id);
  await refuseInUse(ports, document);
  // Its links and its name as the shared one first, so that nobody brings it back or is given it. The row before the bytes, so
  // that no row is without them; what is interrupted after the note, the sweep finishes.
  await ports.grants.removeOf(caller.accountId, id);
  if (isAnnounced) return;
  await ports.documents.setApart(caller.accountId, id);
  const removal = { accountId: caller.accountId, sha256: document.sha256, id: ports.ids() };
  await ports.upkeep.noteRemoval(removal, ports.clock());
  await ports.documents.remove(caller.accountId, id);
  await removeContent(ports, removal);
  await ports.upkeep.forgetRemoval(removal);
}

async function refuseInUse(ports: Ports, { accountId, id }: DocumentRecord): Promise<void> {
  const template = await ports.templates.about(accountId, id);
  if (template !== null)
    throw new JobError('conflict', `Document ${id} is the form of template ${template.id}; delete that one first`);
  const kept = await ports.datasetDocuments.about(accountId, id);
  if (kept !== null)
    throw new JobError('conflict', `Document ${id} is in dataset ${kept.datasetId}; take it out of there first`);
}
