import { getDocument, notYetThere } from './get-document';
import { type OpenedGrant, openGrant } from './open-grant';
import type { Ports } from './ports';
import type { Caller } from './records';

/** Lets whoever has the token fetch a document's bytes, see `receiveDownload`. Throws `not-found`, `conflict` while they have not come. */
export async function openDownload(
  ports: Ports,
  caller: Caller,
  documentId: string,
  lifetimeSeconds: number,
): Promise<OpenedGrant> {
  const { document, isAnnounced } = await getDocument(ports, caller, documentId);
  if (isAnnounced) throw notYetThere(documentId);
  const { filename, externalId, purpose } = document;
  const { accountId } = caller;
  return openGrant(ports, { accountId, kind: 'download', documentId, filename, externalId, purpose }, lifetimeSeconds);
}
