import type { ReceiveFromSource } from '../../jobs/receive-from-source';
import type { RequestScope } from '../dialect';
import { accept, readJson } from '../door';
import { hasForm, readForm } from '../form';
import { textParts } from './extract-request';
import { givenDocument } from './given-document';
import { SourceDocumentForm } from './source-wire';

/** A document as it is given to a source: as a form, or as JSON with its URL. Throws as `givenDocument` does. */
export async function readSourceDocument(
  scope: Pick<RequestScope, 'ports'>,
  sourceId: string,
  request: Request,
): Promise<ReceiveFromSource> {
  const form = hasForm(request) ? await readForm(request, scope) : null;
  const given = form === null ? await readJson(request, scope) : textParts(form);
  const { batch_id, metadata, ...document } = accept(SourceDocumentForm, given);
  const file = await givenDocument(scope, document, request, form);
  return { sourceId, file, batchId: batch_id || null, metadata: metadata ?? null };
}
