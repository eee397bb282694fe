import { JobError } from '../jobs/errors';
import type { Limits } from '../jobs/limits';
import type { Dialect } from './dialect';

/** Bytes of a form beside the document it brings. */
const AROUND_DOCUMENT = 1024 * 1024;

/** How many times the limit is still taken in, and thrown away, before the connection is cut. */
const DRAINED = 3;

/** Most bytes of a request: a form may bring a document, and so may one that came by a secret upload link. */
export function bodyLimitOf(
  headers: Headers,
  { documentBytes, jsonBytes, jsonBytesWithDocuments }: Limits,
  { hasDocumentsInJson }: Pick<Dialect, 'hasDocumentsInJson'>,
  isOpen: boolean,
): number {
  if (isOpen || /^multipart\//i.test(headers.get('content-type') ?? '')) return documentBytes + AROUND_DOCUMENT;
  return hasDocumentsInJson ? jsonBytesWithDocuments : jsonBytes;
}

const tooLarge = (limit: number): JobError =>
  new JobError('payload-too-large', `The request is larger than ${limit} bytes, the most this server takes.`);

/**
 * The same request, refused when it is larger than the limit. A declared length is refused at once; an undeclared one
 * when it has come to its end, or is many times too large: a connection that is cut in the middle of a request takes
 * the next request on it along.
 */
export function limitBody(request: Request, limit: number): Request {
  if (request.body === null) return request;
  const declared = request.headers.get('content-length');
  if (declared !== null) {
    if (Number(declared) > limit) throw tooLarge(limit);
    return request;
  }
  let seen = 0;
  const counted = request.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        seen += chunk.byteLength;
        if (seen <= limit) controller.enqueue(chunk);
        else if (seen > DRAINED * limit) controller.error(tooLarge(limit));
      },
      flush(controller) {
        if (seen > limit) controller.error(tooLarge(limit));
      },
    }),
  );
  return new Request(request, { body: counted });
}
