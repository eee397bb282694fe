import { type FetchDocument, fetchDocument } from '../../jobs/fetch-document';
import type { StoreDocument } from '../../jobs/store-document';
import type { RequestScope } from '../dialect';
import { type Form, filePart, readForm } from '../form';

/** The ways to give a document that is to be stored; empty is absent. */
interface GivenDocument {
  readonly url?: string | null | undefined;
  readonly file_url?: string | null | undefined;
}

/** What lies at the URL, else the file of the form. Throws `invalid-request` where there is neither, and what `fetchDocument` throws. */
export async function givenDocument(
  scope: Pick<RequestScope, 'ports'>,
  { url, file_url }: GivenDocument,
  request: Request,
  form: Form | null,
): Promise<StoreDocument> {
  const at = (url: string, field: string): FetchDocument => ({ url, field, filename: null });
  if (url) return fetchDocument(scope.ports, at(url, 'url'));
  if (file_url) return fetchDocument(scope.ports, at(file_url, 'file_url'));
  return filePart(form ?? (await readForm(request, scope)));
}
