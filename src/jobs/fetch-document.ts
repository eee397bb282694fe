import { JobError, type JobErrorCode } from './errors';
import type { Labels } from './job';
import type { Ports } from './ports';
import type { StoreDocument } from './store-document';
import type { FetchProblem } from './web/document-host';
import { dispositionName, fileNameOf, pathName } from './web/file-name';
import { isUnexpectedPage } from './web/unexpected-page';

export interface FetchDocument {
  readonly url: string;
  /** Where in the request the URL stands. */
  readonly field: string;
  /** What the caller calls it; null: as its host does. */
  readonly filename: string | null;
  /** Sent to its host; absent: none. */
  readonly headers?: Labels;
  /** Absent: they are. */
  readonly followsRedirects?: boolean;
}

export interface FetchingPorts extends Pick<Ports, 'documentHosts' | 'reader'> {
  readonly settings: Pick<Ports['settings'], 'limits'>;
}

/**
 * A document from somebody's public host, not stored yet. Names in its errors the host and what was wrong, nothing of what
 * came. Throws `invalid-request` for an address that may not be spoken to, `document-unreachable`, `payload-too-large`, and
 * `unsupported-document` for a page in the place of a document.
 */
export async function fetchDocument(
  { documentHosts, reader, settings }: FetchingPorts,
  { url, field, filename, headers = {}, followsRedirects = true }: FetchDocument,
): Promise<StoreDocument> {
  const maxBytes = settings.limits.documentBytes;
  const got = await documentHosts.get({ url, headers, followsRedirects, maxBytes });
  if (!got.ok) throw new JobError(CODE[got.problem], `${field}: ${got.reason}`, { field });
  const { bytes, mediaType, disposition } = got;
  const { host } = new URL(url);
  if (bytes.length === 0) throw new JobError('invalid-request', `${field}: ${host} sent nothing (0 bytes)`, { field });
  const named = filename?.trim() || fileNameOf({ url, mediaType, disposition });
  const page = {
    askedAs: filename?.trim() || pathName(url),
    calledByHost: dispositionName(disposition),
    saidType: mediaType,
    sniffedType: reader.mediaType(bytes, named) ?? '',
  };
  if (!isUnexpectedPage(page)) return { filename: named, bytes };
  const message = `${field}: ${host} sent an HTML page, not a document (a login or an error?); send the file itself, or a URL that ends in .html`;
  throw new JobError('unsupported-document', message, { field });
}

const CODE = {
  'refused-address': 'invalid-request',
  unresolved: 'document-unreachable',
  unreachable: 'document-unreachable',
  timeout: 'document-unreachable',
  status: 'document-unreachable',
  redirect: 'invalid-request',
  'too-large': 'payload-too-large',
} as const satisfies Record<FetchProblem, JobErrorCode>;
