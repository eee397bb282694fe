import { JobError } from '../../jobs/errors';
import type { ReceiveFromSource } from '../../jobs/receive-from-source';
import { accept, readJson } from '../door';
import { filePart, hasForm, readForm } from '../form';
import { NO_FETCHING, textParts } from './extract-request';
import { SourceDocumentForm } from './source-wire';

/** A document as it is sent to a source: as a form, or as JSON with an address, which is refused. Throws `invalid-request`. */
export async function readSourceDocument(sourceId: string, request: Request): Promise<ReceiveFromSource> {
  const form = hasForm(request) ? await readForm(request) : null;
  const given = form === null ? await readJson(request) : await textParts(form);
  const { url, file_url, batch_id, metadata } = accept(SourceDocumentForm, given);
  if (url || file_url) {
    const field = url ? 'url' : 'file_url';
    throw new JobError('invalid-request', `${field}: ${NO_FETCHING}`, { field });
  }
  const file = await filePart(form ?? (await readForm(request)));
  return { sourceId, file, batchId: batch_id || null, metadata: metadata ?? null };
}
