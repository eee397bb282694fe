import { JobError } from '../../jobs/errors';
import type { Limits } from '../../jobs/limits';
import type { DocumentRecord } from '../../jobs/records';
import type { DocumentTraits, StoreDocument } from '../../jobs/store-document';
import { storeSent } from '../../jobs/store-sent';
import type { Bounds, RequestScope } from '../dialect';
import { optionalFilePart, readForm } from '../form';

/** The parts of an upload, the file under `field`; a part that did not come is undefined. */
export async function readUpload(request: Request, bounds: Bounds, field: string): Promise<Record<string, unknown>> {
  const form = await readForm(request, bounds);
  const texts = form.filter(([, part]) => typeof part === 'string');
  return { ...Object.fromEntries(texts), [field]: optionalFilePart(form, field) ?? undefined };
}

/**
 * Each upload is a file of its own, also of bytes that are there already. Throws `invalid-request` for one without a
 * name: it tells what kind of text a text is.
 */
export async function storeFile(
  { ports, caller }: RequestScope,
  file: StoreDocument,
  traits: Pick<DocumentTraits, 'externalId' | 'purpose'>,
): Promise<DocumentRecord> {
  if (file.filename.trim() === '')
    throw new JobError('invalid-request', 'The file has no name; send it with a filename', { field: 'file' });
  return storeSent(ports, caller, file, {
    id: null,
    isShared: false,
    sourceId: null,
    batchId: null,
    metadata: null,
    ...traits,
  });
}

/** Refuses the announcement of more bytes than are taken. Throws `payload-too-large`. */
export function refuseTooLarge(sizeBytes: number, { documentBytes }: Pick<Limits, 'documentBytes'>): void {
  if (sizeBytes <= documentBytes) return;
  const message = `file_size: ${sizeBytes} bytes; at most ${documentBytes} are taken`;
  throw new JobError('payload-too-large', message, { field: 'file_size' });
}
