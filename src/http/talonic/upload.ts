import type { StoreDocument } from '../../jobs/store-document';
import type { RequestScope } from '../dialect';
import { accept, readJson } from '../door';
import { hasForm, readForm } from '../form';
import { textParts } from './extract-request';
import { givenDocument } from './given-document';
import { UploadBody } from './upload-wire';

/** A document as a form, or as JSON with its URL. Throws as `givenDocument` does. */
export async function readUpload(scope: Pick<RequestScope, 'ports'>, request: Request): Promise<StoreDocument> {
  const form = hasForm(request) ? await readForm(request) : null;
  const given = form !== null ? await textParts(form) : isJson(request) ? await readJson(request) : {};
  return givenDocument(scope, accept(UploadBody, given), request, form);
}

const isJson = ({ headers }: Request): boolean => /\bjson\b/i.test(headers.get('content-type') ?? '');
