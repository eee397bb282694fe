/** Documents that a request names by their URL: they are fetched and stored, and from then on stored documents. */
import { JobError } from '../../jobs/errors';
import { fetchDocument } from '../../jobs/fetch-document';
import { storeSent } from '../../jobs/store-sent';
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../../schema/json';
import type { DocumentsAt } from './asked';
import type { Document } from './document-wire';
import type { Order, Owner } from './endpoint';

/** Whether it says where the document lies. */
export const isAddress = (url: string | null | undefined): url is string => /^https?:/i.test(url ?? '');

/** Where in the request a document stands. */
export const placeOf = (documentsAt: DocumentsAt, index: number): string =>
  documentsAt === 'document' ? 'document' : `documents[${index}]`;

/** The request with ids in place of URLs, one fetched after the other. Throws what `fetchDocument` and `storeDocument` throw. */
export async function withFetched(
  owner: Owner,
  request: JsonObject,
  { documents, documentsAt }: Pick<Order, 'documents' | 'documentsAt'>,
): Promise<JsonObject> {
  const count = documents.filter(({ url }) => isAddress(url)).length;
  const { urlsPerRequest } = owner.ports.settings.limits;
  if (count > urlsPerRequest) {
    const message = `${documentsAt}: ${count} are URLs; at most ${urlsPerRequest} are fetched for one request`;
    throw new JobError('invalid-request', message, { field: documentsAt });
  }
  const stored: JsonObject[] = [];
  for (const [index, document] of documents.entries())
    stored.push(
      isAddress(document.url) ? await fetched(owner, document, document.url, placeOf(documentsAt, index)) : {},
    );
  const named = (given: JsonValue, index: number): JsonValue =>
    isJsonObject(given) && isAddress(urlIn(given)) ? { ...given, url: null, ...stored[index] } : given;
  const given = request[documentsAt] ?? null;
  return { ...request, [documentsAt]: isJsonArray(given) ? given.map(named) : named(given, 0) };
}

const urlIn = ({ url }: JsonObject): string | null => (typeof url === 'string' ? url : null);

async function fetched(
  { ports, caller }: Owner,
  { filename }: Document,
  url: string,
  place: string,
): Promise<JsonObject> {
  const file = await fetchDocument(ports, { url, field: `${place}.url`, filename: filename ?? null });
  const { id } = await storeSent(ports, caller, file);
  return { id, filename: file.filename };
}
