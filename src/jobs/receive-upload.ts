import { deleteDocument } from './delete-document';
import { sha256Hex } from './digest';
import { JobError } from './errors';
import { findGrant } from './find-grant';
import type { Ports } from './ports';
import type { DocumentRecord } from './records';
import { removeStrayContent } from './retention/remove-content';
import { PLAIN_DOCUMENT, storeDocument } from './store-document';

export interface ReceiveUpload {
  readonly token: string;
  readonly bytes: Uint8Array;
  /** What the bytes came with; counts only where the announcement named nothing. */
  readonly filename: string | null;
}

/**
 * Takes the bytes of an announced document, once: the same bytes sent again give the same document, others are refused.
 * Throws `not-found` for a token that stands for no upload, `conflict`, and whatever `storeDocument` does.
 */
export async function receiveUpload(ports: Ports, { token, bytes, filename }: ReceiveUpload): Promise<DocumentRecord> {
  const { accountId, documentId, externalId, purpose, ...grant } = await findGrant(ports, token, 'upload');
  const sha256 = await sha256Hex(bytes);
  const earlier = await ports.documents.get(accountId, documentId);
  const document =
    earlier ??
    (await storeDocument(
      ports,
      { accountId },
      { filename: grant.filename.trim() === '' ? (filename ?? '') : grant.filename, bytes },
      { ...PLAIN_DOCUMENT, id: documentId, isShared: false, externalId, purpose },
    ));
  if (document.sha256 !== sha256) {
    // Another upload came first while this one was stored.
    if (earlier === null) await removeStrayContent(ports, { accountId, sha256 });
    throw new JobError('conflict', `Document ${documentId} has its bytes already; announce another one`);
  }
  await findGrant(ports, token, 'upload').catch(async (gone) => {
    // The announcement was taken back while the bytes were on their way.
    await deleteDocument(ports, { accountId }, documentId).catch(() => undefined);
    throw gone;
  });
  return document;
}
