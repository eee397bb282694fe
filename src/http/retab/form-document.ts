/** Forms are PDFs: anything else is refused before there is a job. */
import { JobError } from '../../jobs/errors';
import type { Document } from './document-wire';
import type { Owner } from './endpoint';
import { isAddress } from './fetched';
import { sentFile } from './sent-file';

const FORM_TYPE = 'application/pdf';

/** Throws `invalid-request` for a document that is no PDF. One that lies elsewhere is looked at when it has been fetched. */
export async function refuseOther(owner: Owner, document: Document): Promise<void> {
  if (isAddress(document.url)) return;
  const { filename, bytes } = await sentFile(owner, document, 'document');
  const mediaType = owner.ports.reader.mediaType(bytes, filename) ?? 'nothing';
  if (mediaType === FORM_TYPE) return;
  const message = `document: "${filename}" is ${mediaType}; a form is a PDF: convert it to PDF`;
  throw new JobError('invalid-request', message, { field: 'document' });
}
