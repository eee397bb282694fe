import { JobError } from '../../jobs/errors';
import type { StoreDocument } from '../../jobs/store-document';
import type { Bounds } from '../dialect';
import { accept, readJson } from '../door';
import { type Form, hasForm, optionalFilePart, readForm } from '../form';
import { ExtractBody } from './extract-wire';

/** Where the document comes from: it is sent along, was stored before, or lies on somebody's host. */
export type ExtractSource =
  | { readonly kind: 'file'; readonly file: StoreDocument }
  | { readonly kind: 'document'; readonly id: string }
  | { readonly kind: 'url'; readonly url: string };

export interface ExtractRequest {
  readonly source: ExtractSource;
  readonly body: ExtractBody;
}

const SOURCES = 'exactly one of file, document_id and file_url';

/** Reads multipart (parts in any order) and JSON alike. Throws `invalid-request`. */
export async function readExtractRequest(request: Request, bounds: Bounds): Promise<ExtractRequest> {
  const form = hasForm(request) ? await readForm(request, bounds) : null;
  const file = form === null ? null : optionalFilePart(form);
  const body = accept(ExtractBody, form === null ? await readJson(request, bounds) : textParts(form));
  const given = [file, body.document_id, body.file_url].filter((source) => source !== null && source !== undefined);
  if (given.length !== 1) {
    throw new JobError('invalid-request', `Send ${SOURCES}; ${given.length === 0 ? 'none' : given.length} came.`);
  }
  if (file !== null) return { source: { kind: 'file', file }, body };
  if (body.document_id !== undefined) return { source: { kind: 'document', id: body.document_id }, body };
  return { source: { kind: 'url', url: body.file_url ?? '' }, body };
}

/** Some clients send a schema or options as a part with a filename; it is its text all the same. */
export const textParts = (form: Form): Record<string, unknown> =>
  Object.fromEntries(
    form
      .filter(([name]) => name !== 'file')
      .map(([name, part]) => [name, typeof part === 'string' ? part : new TextDecoder().decode(part.bytes)]),
  );
