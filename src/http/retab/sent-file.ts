/** A document of a request as bytes, for what is kept and not run. */
import { JobError } from '../../jobs/errors';
import { fetchDocument } from '../../jobs/fetch-document';
import { getContent } from '../../jobs/get-content';
import { readId } from '../../jobs/id-forms';
import type { StoreDocument } from '../../jobs/store-document';
import type { Document } from './document-wire';
import type { Owner } from './endpoint';
import { isAddress } from './fetched';
import { readMimeData } from './mime-data';

/**
 * `place`: of the document in the request. Throws `invalid-request` for one that cannot be read or is not stored, and what
 * `fetchDocument` throws.
 */
export async function sentFile(
  { ports, caller }: Owner,
  { url, id, filename }: Document,
  place: string,
): Promise<StoreDocument> {
  if (isAddress(url)) return fetchDocument(ports, { url, field: `${place}.url`, filename: filename ?? null });
  if (typeof url === 'string')
    return { filename: filename?.trim() || 'document', bytes: readMimeData(url, place).bytes };
  const record = await ports.documents.get(caller.accountId, readId(id ?? '') ?? '');
  const bytes = record === null ? null : await getContent(ports, caller, record);
  if (record === null || bytes === null)
    throw new JobError('invalid-request', `${place}.id: "${id}" is no stored document`, { field: `${place}.id` });
  return { filename: filename?.trim() || record.filename, bytes };
}
