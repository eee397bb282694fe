import { JobError } from '../../jobs/errors';
import type { StoreDocument } from '../../jobs/store-document';
import type { RequestScope } from '../dialect';
import { accept, readJson } from '../door';
import { hasForm, readForm } from '../form';
import { textParts } from './extract-request';
import { givenDocument } from './given-document';
import { UploadBody } from './upload-wire';

/** A document as a form, or as JSON with its URL. Throws as `givenDocument` does. */
export async function readUpload(scope: Pick<RequestScope, 'ports'>, request: Request): Promise<StoreDocument> {
  const form = hasForm(request) ? await readForm(request, scope) : null;
  const given = form === null ? await readJson(request, scope).catch(otherwise) : textParts(form);
  return givenDocument(scope, accept(UploadBody, given), request, form);
}

/** What is no JSON either is asked to be a form. */
function otherwise(error: unknown): object {
  if (error instanceof JobError && error.code === 'invalid-request') return {};
  throw error;
}
