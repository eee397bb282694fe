import { JobError } from '../jobs/errors';
import { MAX_DOCUMENT_BYTES } from '../jobs/store-document';

/** Most bytes of a request that may bring a document: the largest one taken, and the parts around it. */
export const MAX_FORM_BYTES = MAX_DOCUMENT_BYTES + 1024 * 1024;

/** How many times the limit is still taken in, and thrown away, before the connection is cut. */
const DRAINED = 3;

/** Most bytes of a request: a form may bring a document, and so may one that came by a secret upload link. */
export const bodyLimitOf = (headers: Headers, maxJsonBytes: number, isOpen: boolean): number =>
  isOpen || /^multipart\//i.test(headers.get('content-type') ?? '') ? MAX_FORM_BYTES : maxJsonBytes;

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
