import { JobError } from './errors';
import { findGrant } from './find-grant';
import type { Ports } from './ports';
import type { DocumentRecord } from './records';

export interface Download extends Pick<DocumentRecord, 'filename' | 'mediaType'> {
  readonly bytes: Uint8Array;
}

/** The bytes a download token stands for. Throws `not-found`, also when the document was deleted since. */
export async function receiveDownload(ports: Ports, token: string): Promise<Download> {
  const { accountId, documentId } = await findGrant(ports, token, 'download');
  const document = await ports.documents.get(accountId, documentId);
  const bytes = document === null ? null : await ports.blobs.getContent(accountId, document.sha256);
  if (document === null || bytes === null) throw new JobError('not-found', `Document ${documentId} does not exist`);
  return { filename: document.filename, mediaType: document.mediaType, bytes };
}
